// One pull request from the question to the merge: asked once, kept current, folded away; quiet when people want it.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { crowdSeed } from '../support/pull-crowd.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { issue } from '../support/tracking.ts';

/** Ten working days before the freeze, when people are asked; and the working day before that. */
const ASKED = instant('2026-10-20T10:00:00Z');
const BEFORE = instant('2026-10-19T10:00:00Z');
const NEXT = instant('2026-10-21T10:00:00Z');

const PULL = {
  title: 'Mend <!-- the --> @frank gateway',
  author: 'dave',
  base: 'release-1.10',
  files: ['b/gateway.ts'],
  checks: [{ name: 'build', conclusion: 'success' }],
  createdAt: '2026-09-21T10:00:00Z',
};

let github: EmbeddedGitHub;
let now = BEFORE;
let app: RunningApp | undefined;

beforeEach(async () => {
  now = BEFORE;
  github = await startTestGitHub({ seed: crowdSeed([PULL]), now: () => now });
});

afterEach(async () => {
  await app?.close();
  app = undefined;
  expectNoViolations(github);
  await github.close();
});

/** Our comments on the pull request, as [state, body]. */
function ours(): [string | null, string][] {
  return issue(github, 1)
    .comments.filter(({ author }) => author.includes('[bot]'))
    .map(({ minimized, body }) => [minimized, body]);
}

async function run(at: typeof now): Promise<void> {
  now = at;
  const done = await runAction(github, at);
  expect(done.kind === 'applied' && done.applied.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
}

// Carries Y11 of docs/requirements.md.
test('asked once, edited in place, folded away when it is merged', async () => {
  await run(BEFORE);
  expect(ours()).toEqual([]);
  expect(issue(github, 1).labels).toEqual(['needs-approval']);
  await run(ASKED);
  expect(ours()).toEqual([[null, expect.stringContaining('- @bob: owner of `/b/`') as string]]);
  expect(ours()[0]?.[1]).not.toContain('@frank');
  expect(issue(github, 2).body).toContain('| #1 Mend ');
  const from = github.journal.length;
  await run(ASKED);
  expect(writesSince(github, from)).toEqual([]);

  await github.as('bob').review(1, 'APPROVE');
  await run(NEXT);
  expect(ours()).toEqual([[null, expect.stringContaining('Approved for Code freeze') as string]]);
  expect(issue(github, 1).labels).toEqual([]);
  await github.as('alice').merge(1);
  await run(NEXT);
  expect(ours()).toEqual([['resolved', expect.anything() as string]]);
  expect(issue(github, 2).body).not.toContain('Needs approval');
});

test('two hundred comments of others: ours is found, edited and not doubled, even without its label', async () => {
  const talk = async (): Promise<void> => {
    for (let count = 0; count < 100; count++)
      // oxlint-disable-next-line no-await-in-loop -- in the order in which people write
      await github.as('carol').comment(1, `Remark ${count}`);
  };
  await talk();
  await run(ASKED);
  await talk();
  await run(NEXT);
  expect(ours()).toHaveLength(1);
  // Without the label nobody looks further back than thirty comments; the write does, and puts it on again.
  await github.as('alice').unlabel(1, 'needs-approval');
  await run(NEXT);
  expect(issue(github, 1).labels).toEqual(['needs-approval']);
  expect(ours()).toHaveLength(1);
  await github.as('carol').review(1, 'REQUEST_CHANGES', 'Not yet');
  await run(NEXT);
  expect(ours()).toEqual([[null, expect.stringContaining('changes were requested by carol') as string]]);
});

test('App and Action at the same time ask once, and lost webhooks are healed by the next run', async () => {
  await run(BEFORE);
  now = ASKED;
  app = await startTestApp(github, () => now);
  await Promise.all([app.tick(), runAction(github, now)]);
  await quiet(github, app);
  await runAction(github, now);
  expect(ours()).toHaveLength(1);

  github.setWebhookUrl(undefined);
  await github.as('bob').review(1, 'APPROVE');
  expect(ours()[0]?.[1]).toContain('Needs approval');
  await app.tick();
  await app.idle();
  expect(ours()[0]?.[1]).toContain('Approved for Code freeze');
});

test('why is answered once, mute folds the comment and ends the reminders, unmute takes it back', async () => {
  await run(ASKED);
  await github.as('erin').comment(1, '/release why');
  await run(ASKED);
  // Asked again, the answer is written anew, which mails nobody.
  await github.as('erin').comment(1, '/release why');
  await run(instant('2026-10-20T11:00:00Z'));
  expect(ours().map(([, body]) => body.match(/Approval status, .*:/)?.[0])).toEqual([
    undefined,
    'Approval status, Tue 20 Oct 2026 11:00 UTC:',
  ]);
  await github.as('dave').comment(1, '/release mute');
  await run(ASKED);
  expect(ours().map(([state]) => state)).toEqual(['outdated', null]);
  expect(ours()[1]?.[1]).toContain('**Owners:** line 2 of .github/CODEOWNERS');
  expect(issue(github, 1).labels).toEqual(['relcomms/quiet']);
  const from = github.journal.length;
  await run(NEXT);
  expect(writesSince(github, from).filter((write) => write.includes('/issues/1'))).toEqual([]);

  await github.as('dave').comment(1, '/release unmute');
  await github.as('bob').comment(1, '/release done theme');
  await run(NEXT);
  expect(issue(github, 1).labels).toEqual(['needs-approval']);
  expect(ours().at(-1)?.[1]).toContain('works on the tracking issue of the release');
  const reactions = issue(github, 1).comments.flatMap((comment) => comment.reactions);
  expect(reactions.filter((one) => one.endsWith('+1'))).toHaveLength(4);
  expect(reactions.filter((one) => one.endsWith('confused'))).toHaveLength(1);
});

test('when pull requests can not be read, nothing is said on a guess, and the report names it', async () => {
  await run(BEFORE);
  now = ASKED;
  github.fault({
    match: ({ body }) => String((body as { query?: string }).query).includes('RelcommsPulls('),
    kind: 'error-before',
    status: 502,
    times: 99,
  });
  const done = await runAction(github, ASKED);
  expect(done.kind === 'applied' && done.plan.unknown.map(({ duty }) => duty)).toContain('approvals');
  expect(ours()).toEqual([]);
});

test('a command is answered only when what it asks for is written; the next run does what failed', async () => {
  await run(ASKED);
  await github.as('dave').comment(1, '/release mute');
  await github.as('erin').comment(1, '/release why\n/release why');
  const failing = { kind: 'error-before', status: 500, times: 99 } as const;
  const writes = /\/issues\/1\/(labels|comments)$/;
  // One label goes alone, several go together.
  github.fault({
    ...failing,
    match: ({ method, path, operation }) =>
      operation === 'RelcommsLabels' || (method === 'POST' && writes.test(path)),
  });
  await runAction(github, ASKED);
  expect(issue(github, 1).comments.flatMap(({ reactions }) => reactions)).toEqual([]);
  github.clearFaults();
  await run(ASKED);
  expect(issue(github, 1).labels).toEqual(['relcomms/quiet']);
  expect(ours().filter(([, body]) => body.includes('Approval status'))).toHaveLength(1);
  expect(issue(github, 1).comments.flatMap(({ reactions }) => reactions)).toHaveLength(2);
});
