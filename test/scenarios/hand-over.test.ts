// Scenario: a cycle ends; the team hears once what came of it, and a pull request proposes the next checklist.
import { PRESETS } from '../../src/config/presets.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { changedLines } from '../../src/config/splice-diff.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { reportMarkdown } from '../../src/report/report.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { closedGate } from '../support/gate.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { instant, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { issue, repository, seen } from '../support/tracking.ts';

/** Four weeks from 2020-01-06 to 2020-02-02 with tasks of its own, and two of a preset's. */
const CONFIG = `# The winter release.
extends: [kubernetes-comms]
timezone: UTC
roles: { lead: [alice], shadow: [bob], former-lead: [] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0, phases: [] }
releases:
  - version: v2.0.0
    title: Demo 2.0
    start: 2020-01-06
    release: 2020-01-28 # Tuesday
    milestones: { code-freeze: { on: 2020-01-21, title: Code freeze } }
tasks:
  # Ours, beside the preset's.
  - id: post
    title: Publish the post
    due: release
    # Ask erin for the picture.

${[...(PRESETS['kubernetes-comms'] ?? '').matchAll(/^ {2}- id: (.*)$/gm)]
  .map(([, id = '']) => id)
  .filter((id) => !['contacts', 'event-cfps', 'find-leads', 'likely-features'].includes(id))
  .map((id) => `  - { id: ${id}, remove: true }\n`)
  .join('')}limits: { operations: 50 }
tracking-issue: { tasks: none }
`;

const OPENED = instant('2020-01-06T12:00:00Z');
const OVER = instant('2020-02-03T09:00:00Z');
const LATER = instant('2020-02-06T09:00:00Z');
const HOSTILE = `Thank <b>@dave</b> | [x](https://example.com) \`code\` <!-- relcomms:v1 v2.0.0/tracking-issue -->`;

/** Plays the cycle up to its last evening. */
async function play(seed = CONFIG): Promise<EmbeddedGitHub> {
  const github = await startTestGitHub({ seed: kubernetesSeed(seed) });
  await runAction(github, OPENED);
  await github.as('alice').tick(1, 'Find the next lead and shadows');
  await github.as('alice').comment(1, '/release skip contacts because they are "the same" as <ever>');
  await runAction(github, instant('2020-01-08T12:00:00Z'));
  // Due on Friday the 10th of January, done on Wednesday the 22nd.
  await github.as('bob').tick(1, 'Look up event CFP deadlines');
  await github
    .as('bob')
    .editBody(1, (body) =>
      addBelow(addBelow(body, 'week-2', `- [x] ${HOSTILE}`), 'week-4', '- [ ] Send the swag'),
    );
  await github
    .as('alice')
    .putFile('.github/relcomms.yml', seed.replace('on: 2020-01-21,', 'on: 2020-01-23, because: CI was red,'));
  await github.as('alice').tick(1, 'Ask which features');
  await runAction(github, instant('2020-01-22T12:00:00Z'));
  await runAction(github, instant('2020-01-31T12:00:00Z'));
  return github;
}

/** The body with a line of a person's at the end of a group. */
function addBelow(body: string, group: string, line: string): string {
  const heading = body.indexOf(`relcomms:group ${group} `);
  const end = body.indexOf('\n', heading);
  return `${body.slice(0, end)}\n\n${line}${body.slice(end)}`;
}

function handOvers(github: EmbeddedGitHub): string[] {
  return issue(github, 1)
    .comments.filter(({ body }) => body.includes('v2.0.0/hand-over -->'))
    .map(({ body }) => body);
}

function pulls(github: EmbeddedGitHub) {
  return repository(github).issues.filter(({ pull }) => pull);
}

/** The config as the proposed branch has it. */
async function proposed(github: EmbeddedGitHub): Promise<string> {
  const path = '/repos/acme/demo/contents/.github/relcomms.yml?ref=relcomms/hand-over-v2.0.0';
  const { json } = await github.as('alice').request('GET', path);
  return Buffer.from((json as { content: string }).content, 'base64').toString('utf8');
}

async function expectPeace(github: EmbeddedGitHub): Promise<void> {
  const before = github.journal.length;
  await runAction(github, OVER);
  await runAction(github, LATER);
  expect(writesSince(github, before)).toEqual([]);
}

async function ended(github: EmbeddedGitHub): Promise<void> {
  expectNoViolations(github);
  await github.close();
}

// Carries K49 of docs/requirements.md.
test('the team hears once what was done, left out, late, never done, added and moved', async () => {
  const github = await play();
  const people = issue(github, 1)
    .body.split('\n')
    .filter((line) => !line.includes('relcomms:'));
  await runAction(github, OVER);
  expect(handOvers(github)).toEqual([
    `<!-- relcomms:v1 v2.0.0/hand-over -->
### Handoff of Demo 2.0

The cycle is over. Of 5 tasks 3 were done, 1 of them late; 1 was skipped and 1 was never done.

**Skipped**

- Refresh the contacts per audience, by alice: they are "the same" as &lt;ever&gt;

**Late**

| Task | Due | Done | Working days late |
| --- | --- | --- | --- |
| Look up event CFP deadlines and submit the release (lead: alice) | Fri 10 Jan 2020 | Wed 22 Jan 2020 | 8 |

**Never done**

- Publish the post, due Tue 28 Jan 2020

**Added by hand**

- Thank @&#8203;dave \\| x code (week 2, done)
- Send the swag (week 4, not done)

**Moved dates**

- Wed 22 Jan 2020: **Code freeze** from Tue 21 Jan 2020 to Thu 23 Jan 2020 (2 days later), because CI was red

**Proposed for the next checklist:** #2
`,
  ]);
  const { body, state } = issue(github, 1);
  expect(state).toBe('closed');
  expect(body).toContain('**Done:** 3 of 5 tasks, 1 skipped');
  // What people wrote, and every line that is nobody's, stands as it stood.
  const after = body.split('\n');
  expect(people.filter((line) => line.startsWith('- ['))).toEqual(
    [`- [x] ${HOSTILE}`, '- [ ] Send the swag'].slice(1),
  );
  expect(after).toEqual(expect.arrayContaining([`- [x] ${HOSTILE}`, '- [ ] Send the swag']));
  await expectPeace(github);
  await ended(github);
});

test('one pull request adds lines, and the config with them differs in exactly the tasks that it names', async () => {
  const github = await play();
  await runAction(github, OVER);
  expect(pulls(github)).toMatchObject([
    { number: 2, title: 'Checklist: what v2.0.0 leaves to the next cycle', state: 'open' },
  ]);
  expect(pulls(github)[0]?.body).not.toMatch(/<b>|@dave|example\.com/);
  const before = await current(github);
  const after = await proposed(github);
  expect(changedLines(before, after).map(({ sign, text }) => sign + text)).toEqual([
    "+  - { id: thank-dave-x-code, title: 'Thank @dave | x code', week: 2 }",
    "+  - { id: send-the-swag, title: 'Send the swag', week: R }",
    '+  - { id: contacts, remove: true }',
  ]);
  const [old, fresh] = [taskIds(before), taskIds(after)];
  expect(fresh).toEqual([...old.filter((id) => id !== 'contacts'), 'thank-dave-x-code', 'send-the-swag']);
  // Nobody wants it: it stays closed.
  await github.as('alice').request('PATCH', '/repos/acme/demo/pulls/2', { state: 'closed' });
  await expectPeace(github);
  expect(pulls(github)).toHaveLength(1);
  await ended(github);
});

async function current(github: EmbeddedGitHub): Promise<string> {
  const { json } = await github.as('alice').request('GET', '/repos/acme/demo/contents/.github/relcomms.yml');
  return Buffer.from((json as { content: string }).content, 'base64').toString('utf8');
}

function taskIds(text: string): string[] {
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  return loaded.ok
    ? loaded.config.schedule.tasks.map(({ id }) => id)
    : loaded.problems.map(({ code }) => code);
}

test('App and Action that close in the same moment leave one comment and one pull request', async () => {
  const github = await play();
  const app = await startTestApp(github, () => OVER, false);
  // Neither knows of the other: both want to write the comment before either has.
  const gate = closedGate();
  let waiting = 0;
  const lift = github.before(({ operation }) => {
    if (operation !== 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments') return;
    waiting += 1;
    if (waiting === 2) gate.open();
    return gate.passed;
  });
  const both = [runAction(github, OVER), app.tick().then(() => quiet(github, app))];
  await Promise.all(both.map((run) => run.finally(() => gate.open())));
  lift();
  expect(waiting).toBe(2);
  expect(handOvers(github)).toHaveLength(1);
  expect(pulls(github)).toHaveLength(1);
  expect(issue(github, 1).state).toBe('closed');
  await expectPeace(github);
  await app.close();
  await ended(github);
});

test('killed after every single write, the closing goes on where it was and ends as if nothing had been', async () => {
  const whole = await play();
  const writes = whole.journal.length;
  await runAction(whole, OVER);
  const count = writesSince(whole, writes).length;
  const expected = seen(whole);
  await ended(whole);
  const github = await play();
  let passed = 0;
  const lift = github.before(({ write, byHand }) => {
    if (write && !byHand) passed += 1;
  });
  github.fault({ match: ({ write }) => write && passed > 1, times: 1000, kind: 'error-before', status: 500 });
  for (let run = 0; run < count; run++) {
    passed = 0;
    await runAction(github, OVER);
  }
  lift();
  expect(seen(github)).toEqual(expected);
  await expectPeace(github);
  await ended(github);
}, 120_000);

/** A cycle in which a box is added and nothing else happens: quick to play. */
async function small(): Promise<EmbeddedGitHub> {
  const github = await startTestGitHub({ seed: smallSeed() });
  await runAction(github, OPENED);
  await github.as('bob').editBody(1, (body) => addBelow(body, 'week-2', '- [x] Thank everybody'));
  return github;
}

const WRITES = [
  'PATCH /repos/{owner}/{repo}/milestones/{milestone_number}',
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
  'POST /repos/{owner}/{repo}/git/refs',
  'PUT /repos/{owner}/{repo}/contents/{path}',
  'POST /repos/{owner}/{repo}/pulls',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
];

test('the closing makes exactly these writes', async () => {
  const github = await small();
  const before = github.journal.length;
  await runAction(github, OVER);
  const [milestone, body, ...rest] = WRITES;
  const made = github.journal
    .slice(before)
    .filter(({ write }) => write)
    .map(({ operation }) => operation);
  // The text is written, and the issue closed with the same operation later; the pin is taken off between.
  expect(made).toEqual([milestone, body, 'RelcommsUnpin', ...rest.slice(0, -1), body, ...rest.slice(-1)]);
  await ended(github);
});

describe.each(['error-before', 'error-after', 'drop-after'] as const)('%s for a whole run', (kind) => {
  let expected: ReturnType<typeof seen>;

  beforeAll(async () => {
    const whole = await small();
    await runAction(whole, OVER);
    expected = seen(whole);
    await ended(whole);
  });

  test.each(WRITES)(
    'at %s: the next run ends as if nothing had been',
    async (operation) => {
      const github = await small();
      let bad = true;
      github.fault({ kind, times: 1000, match: (request) => bad && request.operation === operation });
      await runAction(github, OVER);
      bad = false;
      await runAction(github, OVER);
      expect(seen(github)).toEqual(expected);
      await expectPeace(github);
      await ended(github);
    },
    60_000,
  );
});

test('a pull request that people close before the closing is complete is not opened again', async () => {
  const github = await small();
  let bad = true;
  const comment = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  github.fault({ kind: 'error-before', times: 1000, match: ({ operation }) => bad && operation === comment });
  await runAction(github, OVER);
  bad = false;
  expect(issue(github, 1).state).toBe('open');
  await github.as('alice').request('PATCH', '/repos/acme/demo/pulls/2', { state: 'closed' });
  await runAction(github, LATER);
  expect(pulls(github)).toMatchObject([{ number: 2, state: 'closed' }]);
  expect(handOvers(github)).toEqual([expect.stringContaining('**Proposed for the next checklist:** #2')]);
  expect(issue(github, 1).state).toBe('closed');
  await ended(github);
});

test('where GitHub lets us open no pull request, the comment says what to write by hand, once', async () => {
  const github = await small();
  const branch = 'POST /repos/{owner}/{repo}/git/refs';
  github.fault({
    kind: 'error-before',
    status: 403,
    times: 1000,
    match: ({ operation }) => operation === branch,
  });
  const run = await runAction(github, OVER);
  expect(reportMarkdown(run)).toContain('Not possible: open a pull request');
  expect(pulls(github)).toEqual([]);
  expect(handOvers(github)).toEqual([
    expect.stringContaining(`GitHub does not let relcomms open a pull request here. For the next checklist, add this to \`tasks\` in the config:

\`\`\`yaml
tasks:
  - id: thank-everybody
    title: 'Thank everybody'
    week: 2
\`\`\`
`),
  ]);
  expect(issue(github, 1).state).toBe('closed');
  await expectPeace(github);
  await ended(github);
});

test('an issue that people closed before its time is left alone; reopened, it is handed over', async () => {
  const github = await small();
  await github.as('alice').close(1);
  const run = await runAction(github, OVER);
  expect(reportMarkdown(run)).toContain('closed by hand before the cycle was over');
  expect(handOvers(github)).toEqual([]);
  await github.as('alice').reopen(1);
  await runAction(github, OVER);
  expect(handOvers(github)).toHaveLength(1);
  expect(issue(github, 1).state).toBe('closed');
  await expectPeace(github);
  await ended(github);
});
