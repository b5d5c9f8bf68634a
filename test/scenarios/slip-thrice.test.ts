// Scenario: a moved date is told three times, with an Action run in between, and is applied once.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { deliver, newestDelivery } from '../support/deliver.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { KUBERNETES_CONFIG, kubernetesSeed } from '../support/kubernetes-seed.ts';
import { noon, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { issue, ledgersOf, repository } from '../support/tracking.ts';

const NOW = noon('2020-03-10');
const CONFIG = '.github/relcomms.yml';
const LATER = KUBERNETES_CONFIG.replace('release: 2020-03-24', 'release: 2020-03-31').replace(
  'week: 12',
  'week: 13',
);

let github: EmbeddedGitHub;
let app: RunningApp;

beforeEach(async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(KUBERNETES_CONFIG) });
  app = await startTestApp(github, () => NOW, false);
  // So many tasks are near on that day that one run may not do it all.
  for (let left = true; left;) {
    const run = await runAction(github, NOW);
    left = run.kind === 'applied' && run.plan.left.length > 0;
  }
});

afterEach(async () => {
  await app.close();
  expectNoViolations(github);
  await github.close();
});

/** The newest webhook of that event, three times, with an Action run after the first. */
async function tellThrice(event: string, ids: readonly [string, string, string]): Promise<void> {
  const delivery = newestDelivery(github, event);
  for (const [index, id] of ids.entries()) {
    expect(await deliver(github, app, delivery, id)).toBe(200);
    await quiet(github, app);
    if (index === 0) await runAction(github, NOW);
  }
}

function operationsSince(index: number, name: RegExp): string[] {
  const entries = github.journal.slice(index).filter((entry) => entry.write && !entry.byHand);
  return entries.map(({ operation }) => operation).filter((operation) => name.test(operation));
}

/** Everything that the new release day concerns has it, once. */
async function expectAppliedOnce(since: number): Promise<void> {
  const notices = issue(github, 1).comments.filter(({ body }) => body.includes('### Dates have moved'));
  expect(notices).toHaveLength(1);
  const rows = ledgersOf(github, 1)[0]?.body.split('\n') ?? [];
  const moved = rows.filter((row) => row.includes('**v1.18.0 released** from Tue 24 Mar 2020'));
  expect(moved).toHaveLength(1);
  expect(issue(github, 1).body.match(/\*\*v1\.18\.0 released\*\* from Tue 24 Mar 2020/g)).toHaveLength(1);
  expect(repository(github).milestones).toMatchObject([
    { title: 'v1.18.0', dueOn: expect.stringContaining('2020-03-31') as string },
  ]);
  expect(operationsSince(since, /^PATCH .*milestones/)).toHaveLength(1);
  const tasks = repository(github).issues.filter(({ parent, state }) => parent === 1 && state === 'open');
  expect(tasks.length).toBeGreaterThan(3);
  for (const { body } of tasks) expect(body).toContain('release day Tue 31 Mar 2020');
  const before = github.journal.length;
  await runAction(github, NOW);
  await app.tick();
  await quiet(github, app);
  expect(writesSince(github, before)).toEqual([]);
}

/** How often each issue's body was written: what three deliveries may not repeat. */
function bodyWrites(since: number): number[] {
  const paths = github.journal
    .slice(since)
    .filter(
      ({ method, byHand, body }) =>
        method === 'PATCH' && !byHand && JSON.stringify(body).startsWith('{"body"'),
    )
    .map(({ path }) => path)
    .filter((path) => !path.includes('comments'));
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts.values()];
}

test.each([
  ['one delivery id', ['a', 'a', 'a']],
  ['three delivery ids', ['a', 'b', 'c']],
] as const)('a push that moves the release day, delivered three times with %s', async (_, ids) => {
  const since = github.journal.length;
  await github.as('alice').putFile(CONFIG, LATER);
  await tellThrice('push', ids);
  await expectAppliedOnce(since);
  expect(Math.max(...bodyWrites(since))).toBe(1);
});

/** Lines that only one of the two texts has. */
function changedLines(before: string, after: string): string[] {
  const [was, is] = [before.split('\n'), after.split('\n')];
  return is.filter((line) => !was.includes(line)).concat(was.filter((line) => !is.includes(line)));
}

test('a slip command, delivered three times: one pull request of the lines that change; merged, applied once', async () => {
  const id = await github.as('alice').comment(1, '/release slip release 2020-03-31 because "a late fix"');
  await tellThrice('issue_comment', ['a', 'b', 'b']);
  const pulls = repository(github).issues.filter(({ pull }) => pull);
  expect(pulls).toHaveLength(1);
  expect(operationsSince(0, /^POST .*pulls$/)).toHaveLength(1);
  const comment = issue(github, 1).comments.find((one) => one.id === id);
  expect(comment?.reactions.length).toBeGreaterThan(0);
  expect(repository(github).milestones).toMatchObject([
    { dueOn: expect.stringContaining('2020-03-24') as string },
  ]);

  const files = await fileOn('relcomms/slip-v1.18.0-release-2020-03-31');
  expect(changedLines(KUBERNETES_CONFIG, files).toSorted()).toEqual([
    '        week: 12',
    '        week: 13',
    `    because: '"a late fix"'`,
    '    release: 2020-03-24',
    '    release: 2020-03-31',
  ]);
  const since = github.journal.length;
  await github.as('alice').putFile(CONFIG, files);
  await tellThrice('push', ['d', 'e', 'e']);
  await expectAppliedOnce(since);
});

/** The config on a branch. */
async function fileOn(branch: string): Promise<string> {
  const { json } = await github
    .as('alice')
    .request('GET', `/repos/acme/demo/contents/${CONFIG}?ref=${encodeURIComponent(branch)}`);
  return Buffer.from((json as { content: string }).content, 'base64').toString('utf8');
}
