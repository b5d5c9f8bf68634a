// Scenario: GitHub's lists are empty, late or never find bots; no issue is ever made a second time.
import type { GitHub } from '../../src/github/client.ts';
import { planRun, reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub, GitHubOptions } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { KUBERNETES_CONFIG, kubernetesSeed } from '../support/kubernetes-seed.ts';
import { readMarker } from '../../src/text/marker.ts';
import { clientOf, noon, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { repository } from '../support/tracking.ts';

const NOW = noon('2020-01-06');

/** Each key that an issue of ours carries, as often as it does. */
function keysOf(github: EmbeddedGitHub): string[] {
  return repository(github)
    .issues.map(({ body }) => readMarker(body) ?? body)
    .toSorted();
}

let opened: EmbeddedGitHub[] = [];

afterEach(async () => {
  await Promise.all(opened.map((github) => github.close()));
  opened = [];
});

async function begin(options: Partial<GitHubOptions> = {}): Promise<EmbeddedGitHub> {
  const github = await startTestGitHub({ seed: kubernetesSeed(KUBERNETES_CONFIG), ...options });
  opened.push(github);
  return github;
}

function expectEachOnce(github: EmbeddedGitHub): void {
  const keys = keysOf(github);
  expect(keys).toEqual([...new Set(keys)]);
  expect(keys.length).toBeGreaterThan(1);
  expectNoViolations(github);
}

test.each<[string, Partial<GitHubOptions>]>([
  ['createdBy never finds bots', { createdByMissesBots: true }],
  ...[1, 7, 40].map((lag): [string, Partial<GitHubOptions>] => [`lists are ${lag} reads late`, { lag }]),
  ['both', { createdByMissesBots: true, lag: 7 }],
  ['REST leaves out what is pinned', { listsMissPinned: true }],
  ['createdBy and REST at once', { createdByMissesBots: true, listsMissPinned: true }],
])('%s: five runs of the Action, and then one of the App, make nothing twice', async (_, options) => {
  const github = await begin(options);
  await runAction(github, NOW);
  const made = keysOf(github);
  for (let run = 2; run <= 5; run++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await runAction(github, NOW);
    expect(keysOf(github)).toEqual(made);
  }
  const app = await startTestApp(github, () => NOW);
  await app.tick();
  await quiet(github, app);
  expect(keysOf(github)).toEqual(made);
  await app.close();
  expectEachOnce(github);
});

/** GraphQL with neither author nor numeric id of issues: REST knows both. */
function nameless(client: GitHub): GitHub {
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, one]) => [key, without(one)] as const);
    const changed = Object.fromEntries(entries);
    return 'userContentEdits' in changed && 'title' in changed
      ? { ...changed, author: null, databaseId: null }
      : changed;
  };
  return { ...client, graphql: async (query, variables) => without(await client.graphql(query, variables)) };
}

test('where GraphQL names neither the author nor the id of issues, REST is asked before anything is made', async () => {
  const github = await begin();
  const look = () => reconcile({ github: nameless(clientOf(github)), now: NOW });
  await look();
  const made = keysOf(github);
  for (let run = 2; run <= 4; run++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const done = await look();
    expect(done.kind === 'applied' && done.applied.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(keysOf(github)).toEqual(made);
  }
  const below = repository(github).issues.filter(({ parent }) => parent === 1);
  expect(below.length).toBeGreaterThan(1);
  const before = github.journal.length;
  await look();
  expect(writesSince(github, before)).toEqual([]);
  expectEachOnce(github);
});

test('where createdBy never finds bots, a run with nothing to do writes nothing', async () => {
  const github = await begin({ createdByMissesBots: true });
  await runAction(github, NOW);
  const before = github.journal.length;
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
  expectEachOnce(github);
});

test.each([1, 2, 3])('%i empty answers in a run: nothing is made, planned or changed', async (times) => {
  const github = await begin();
  await runAction(github, NOW);
  await runAction(github, NOW);
  const made = keysOf(github);
  const before = github.journal.length;
  const empty = {
    times,
    kind: 'empty',
    match: ({ operation }: { operation: string }) => operation === 'RelcommsLook',
  } as const;
  github.fault(empty);
  const run = await runAction(github, NOW);
  expect(keysOf(github)).toEqual(made);
  expect(writesSince(github, before).filter((write) => write.endsWith('/issues'))).toEqual([]);
  github.clearFaults();
  github.fault(empty);
  await runAction(github, NOW, planRun);
  github.clearFaults();
  await runAction(github, NOW);
  expect(keysOf(github)).toEqual(made);
  expect(run.kind).toBe('applied');
  expectEachOnce(github);
});

test('every list of issues is empty at once: what is there is found by its number, and the run says so', async () => {
  const github = await begin();
  await runAction(github, NOW);
  const made = keysOf(github);
  github.fault({
    times: 100,
    kind: 'empty',
    match: ({ operation }) =>
      operation === 'RelcommsLook' || operation === 'GET /repos/{owner}/{repo}/issues',
  });
  const run = await runAction(github, NOW);
  expect(keysOf(github)).toEqual(made);
  expect(run.kind === 'applied' && run.plan.held).toBe(
    "GitHub's list of issues lacks #1, which is there; the next run continues",
  );
  expectEachOnce(github);
});
