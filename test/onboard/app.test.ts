// The App asks a repository without a config for its first one: once, kept within a few a day, and never after a "no".
import { DAY } from '../../src/server/looks.ts';
import type { Instant } from '../../src/domain/day.ts';
import type { EmbeddedGitHub, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { ONBOARDING_BRANCH } from '../../src/text/own-branch.ts';
import { CONFIG, checkOf } from '../support/config-pull.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, quiet, startTestApp, writesSince } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import type { RunningApp } from '../../src/server/start-app.ts';

const NOON = instant('2026-11-30T12:00:00Z');
let now: Instant = NOON;
let github: EmbeddedGitHub;
let app: RunningApp;

async function start(
  more: Partial<GitHubSeed> = {},
  selection: 'all' | 'selected' = 'selected',
): Promise<void> {
  now = NOON;
  const { files: _, ...bare } = smallSeed();
  const files = { 'README.md': '# demo\n' };
  github = await startTestGitHub({
    seed: { ...bare, files, installations: { acme: { selection } }, ...more },
    now: () => now,
  });
  app = await startTestApp(github, () => now);
}

afterEach(async () => {
  await app.close();
  expectNoViolations(github);
  await github.close();
});

/** As GitHub says that carol has installed the App. */
async function install(...names: readonly string[]): Promise<void> {
  await github.deliver({
    event: 'installation',
    payload: {
      action: 'created',
      // GitHub names no single repository here.
      repository: undefined,
      sender: { login: 'carol', type: 'User' },
      repositories: names.map((name) => ({ full_name: `acme/${name}` })),
    },
  });
  await quiet(github, app);
}

interface Seen {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
}

async function pulls(repo = 'demo'): Promise<readonly Seen[]> {
  const { json } = await github.as('alice').request('GET', `/repos/acme/${repo}/pulls?state=all`);
  return json as readonly Seen[];
}

test('installing it opens one pull request with a config, a preview, and a check; nothing else is written', async () => {
  await start();
  const before = github.journal.length;
  await install('demo');
  const [pull, ...more] = await pulls();
  expect(more).toEqual([]);
  expect(pull?.title).toBe('Set up relcomms');
  expect(pull?.body).toContain('| Lead carol | asked for it |');
  expect(pull?.body).toContain('- Opens Release 1.0.0');
  expect(writesSince(github, before)).toEqual([
    'POST /repos/acme/demo/git/refs',
    `PUT /repos/acme/demo/contents/${encodeURIComponent(CONFIG)}`,
    'POST /repos/acme/demo/pulls',
    'POST /repos/acme/demo/check-runs',
  ]);
  const check = await checkOf(github, pull?.number ?? 0);
  expect(check.conclusion).toBe('success');
  expect(pull?.body).toContain(check.output.summary);
}, 60_000);

/** Every repository is looked at once more, a day later. */
async function nextDay(): Promise<void> {
  now = (now + DAY) as Instant;
  await app.tick();
  await quiet(github, app);
}

test('closing it means no, webhooks cost one request, another title asks again, and edits on its branch stay', async () => {
  await start();
  await install('demo');
  const [first] = await pulls();
  const number = first?.number ?? 0;
  const edited = 'extends: [basic]\nreleases: [{ version: "9.0", release: 2027-02-02 }]\n';
  await github.as('bob').putFile(CONFIG, edited, 'Ours', ONBOARDING_BRANCH);
  await github.as('bob').request('PATCH', `/repos/acme/demo/pulls/${number}`, { state: 'closed' });
  await quiet(github, app);
  await nextDay();
  expect(await pulls()).toHaveLength(1);
  const before = github.journal.length;
  await github.as('bob').openIssue({ title: 'Something else' });
  await quiet(github, app);
  const asked = github.journal.slice(before).filter(({ byHand }) => !byHand);
  expect(asked.map(({ operation }) => operation)).toEqual(['RelcommsConfig']);
  await github.as('bob').request('PATCH', `/repos/acme/demo/pulls/${number}`, { title: 'Not this year' });
  await quiet(github, app);
  const [again] = await pulls();
  expect(again?.state).toBe('open');
  expect(again?.body).toContain('The config on this branch is from an earlier time');
  expect((await checkOf(github, again?.number ?? 0)).output.summary).toContain('**9.0** is new');
}, 60_000);

test('one that was closed and is reopened is the same one, and merging it opens the tracking issue', async () => {
  await start();
  await install('demo');
  const [first] = await pulls();
  const path = `/repos/acme/demo/pulls/${first?.number ?? 0}`;
  await github.as('bob').request('PATCH', path, { state: 'closed' });
  await quiet(github, app);
  await github.as('bob').request('PATCH', path, { state: 'open' });
  await quiet(github, app);
  await nextDay();
  expect((await pulls()).map(({ number, state }) => [number, state])).toEqual([[first?.number, 'open']]);
  await github.as('alice').request('PUT', `${path}/merge`);
  await quiet(github, app);
  const { json } = await github.as('alice').request('GET', '/repos/acme/demo/issues');
  expect((json as readonly Seen[]).map(({ title }) => title)).toEqual(['Release 1.0.0']);
}, 60_000);

test('an App on all repositories asks nobody, until a maintainer asks for it', async () => {
  await start({}, 'all');
  await install('demo');
  expect(await pulls()).toEqual([]);
  const issue = await github.as('bob').openIssue({ title: 'Releases' });
  await github.as('dave').comment(issue, '/release onboard');
  await quiet(github, app);
  expect(await pulls()).toEqual([]);
  await github.as('alice').comment(issue, 'Yes:\n\n/release onboard');
  await quiet(github, app);
  const [pull] = await pulls();
  expect(pull?.body).toContain('| Lead alice | asked for it |');
  await github.as('alice').comment(issue, '/release onboard');
  await quiet(github, app);
  // Who may not ask gets 😕 and no email, who may gets 👍, and words where nothing was opened.
  expect(await talk(issue)).toEqual([
    ['dave', ['confused']],
    ['alice', ['+1']],
    ['alice', ['+1']],
    [
      `alice, \`/release onboard\`: No pull request was opened: #${pull?.number} is open: merge it, edit its config, or close it.`,
      [],
    ],
  ]);
}, 60_000);

/** Who wrote each comment, or what relcomms did, with the reactions on it. */
async function talk(issue: number): Promise<(readonly [string, readonly string[]])[]> {
  const { json } = await github.as('alice').request('GET', `/repos/acme/demo/issues/${issue}/comments`);
  const comments = json as readonly {
    readonly id: number;
    readonly body: string;
    readonly user: { readonly login: string };
  }[];
  return await Promise.all(
    comments.map(async ({ id, body, user }) => {
      const path = `/repos/acme/demo/issues/comments/${id}/reactions`;
      const reactions = (await github.as('alice').request('GET', path)).json as readonly {
        readonly content: string;
      }[];
      const words = user.login.endsWith('[bot]')
        ? (body.split('\n').find((line) => line.startsWith('alice')) ?? body)
        : user.login;
      return [words, reactions.map(({ content }) => content)] as const;
    }),
  );
}

const FOUR = ['demo', 'two', 'three', 'four'];

async function open(): Promise<number> {
  return (await Promise.all(FOUR.map(pulls))).flat().length;
}

test('three a day for an installation; the fourth comes on the next', async () => {
  const repos = ['two', 'three', 'four'].map((repo) => ({ repo, files: { 'README.md': repo } }));
  await start({ repos });
  await install(...FOUR);
  expect(await open()).toBe(3);
  now = (now + 1) as Instant;
  await nextDay();
  expect(await open()).toBe(4);
}, 60_000);

test('without the permission to write contents nothing is written', async () => {
  const permissions = {
    metadata: 'read',
    contents: 'read',
    issues: 'write',
    pull_requests: 'write',
    checks: 'write',
  };
  await start({ app: { webhookSecret: 'a secret of its own', permissions } });
  const before = github.journal.length;
  await install('demo');
  expect(writesSince(github, before)).toEqual([]);
  expect(await pulls()).toEqual([]);
}, 60_000);
