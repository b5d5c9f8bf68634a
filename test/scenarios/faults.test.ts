// Scenario: GitHub fails before, in and after a request; nothing is made twice, nothing is guessed (P1, P8).
import type { GitHub } from '../../src/github/client.ts';
import { type Run, reconcile } from '../../src/run/reconcile.ts';
import { reportMarkdown } from '../../src/report/report.ts';
import type { EmbeddedGitHub, FaultRule } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf, instant, runAction, writesSince } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { issue, ledgersOf, openTrackingIssues, repository } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const NEXT_DAY = instant('2020-01-09T12:00:00Z');

/** Every write of the run that opens the issue, by GitHub's name for it. */
const WRITES = [
  'POST /repos/{owner}/{repo}/labels',
  'POST /repos/{owner}/{repo}/milestones',
  'POST /repos/{owner}/{repo}/issues',
  'RelcommsPin',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  // Nobody follows the issue until its log is begun.
  'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
];
const KINDS = ['error-before', 'error-after', 'drop', 'drop-after'] as const;

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

/** Everything exists, each of it once, and a further run has nothing to do. */
async function expectAllOnce({ pinned }: { readonly pinned: readonly number[] }): Promise<void> {
  const { issues, labels, milestones, pinned: pins } = repository(github);
  expect(issues).toHaveLength(1);
  expect(openTrackingIssues(github)).toMatchObject([
    { number: 1, labels: ['release'], assignees: ['alice'], milestone: 'v2.0.0' },
  ]);
  expect(labels.filter(({ name }) => name === 'release')).toHaveLength(1);
  expect(milestones).toMatchObject([
    { title: 'v2.0.0', dueOn: expect.stringContaining('2020-01-28') as string },
  ]);
  expect(pins).toEqual(pinned);
  expect(ledgersOf(github, 1)).toHaveLength(1);
  const entries = ledgersOf(github, 1)[0]?.body.match(/relcomms:entry \S+/g) ?? [];
  expect(entries.toSorted()).toEqual([
    'relcomms:entry v2.0.0/assigned/alice',
    'relcomms:entry v2.0.0/opened',
    'relcomms:entry v2.0.0/welcome',
  ]);
  const before = github.journal.length;
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
}

function applied(run: Run) {
  if (run.kind !== 'applied') throw new Error(`the run ended as ${run.kind}`);
  return run.applied;
}

test('the run that opens the issue makes exactly these writes', async () => {
  await runAction(github, NOW);
  const operations = github.journal.filter(({ write }) => write).map(({ operation }) => operation);
  expect(operations).toEqual(WRITES);
  await expectAllOnce({ pinned: [1] });
});

describe.each(KINDS)('%s, once', (kind) => {
  test.each(WRITES)('at %s: after this run and one more, everything is there once', async (operation) => {
    github.fault({ kind, times: 1, match: (request) => request.operation === operation });
    await runAction(github, NOW);
    expect(repository(github).issues.length).toBeLessThanOrEqual(1);
    await runAction(github, NOW);
    await expectAllOnce({ pinned: [1] });
  });
});

describe.each([...KINDS, 'secondary-limit'] as const)('%s for a whole run', (kind) => {
  test.each(WRITES)('at %s: it is told, and the next run heals it', async (operation) => {
    let bad = true;
    const rule: FaultRule = {
      kind,
      times: 1000,
      retryAfter: 1,
      match: (request) => bad && request.operation === operation,
    };
    github.fault(rule);
    const run = await runAction(github, NOW);
    const troubled = applied(run).filter(({ outcome }) => outcome === 'failed' || outcome === 'soft');
    // A write that took although its answer was lost is found again where relcomms looks for it.
    const mayBeFound = kind === 'error-after' || kind === 'drop-after';
    // A limit is no failure: what it refuses, and all that follows, is left for the next run.
    const left = 'plan' in run ? run.plan.left.length : 0;
    expect(troubled.length + (kind === 'secondary-limit' ? left : 0)).toBeGreaterThanOrEqual(
      mayBeFound ? 0 : 1,
    );
    expect(reportMarkdown(run).match(/\*\*Failed:\*\*|Not possible:/g) ?? []).toHaveLength(troubled.length);
    expect(repository(github).issues.length).toBeLessThanOrEqual(1);
    bad = false;
    await runAction(github, NOW);
    // The pin is tried once: nothing depends on it, and people may have taken it away on purpose.
    const took = operation !== 'RelcommsPin' || kind === 'error-after' || kind === 'drop-after';
    await expectAllOnce({ pinned: took ? [1] : [] });
  });
});

test.each(['error-before', 'drop'] as const)(
  'a look that GitHub answers with %s: nothing is written, the facts are named as unknown',
  async (kind) => {
    let bad = true;
    github.fault({ kind, times: 1000, match: ({ operation }) => bad && operation === 'RelcommsLook' });
    const run = await runAction(github, NOW);
    expect(writesSince(github, 0)).toEqual([]);
    expect(applied(run)).toEqual([]);
    const report = reportMarkdown(run);
    expect(report).toContain("**Couldn't be read**");
    for (const fact of ['ownIssues', 'githubMilestones', 'labels', 'assignable', 'pins'])
      expect(report).toContain(`tracking-issue was skipped: ${fact} is unknown`);
    bad = false;
    await runAction(github, NOW);
    await expectAllOnce({ pinned: [1] });
  },
);

test('a second look that fails: nothing is opened on the word of the first alone', async () => {
  let bad = true;
  const list = 'GET /repos/{owner}/{repo}/issues';
  github.fault({ kind: 'error-before', times: 1000, match: ({ operation }) => bad && operation === list });
  const run = await runAction(github, NOW);
  expect(writesSince(github, 0)).toEqual([]);
  expect(reportMarkdown(run)).toContain('ownIssues is unknown');
  bad = false;
  await runAction(github, NOW);
  await expectAllOnce({ pinned: [1] });
});

test('a config that can not be read is no missing config: the run breaks off and writes nothing', async () => {
  await runAction(github, NOW);
  const before = github.journal.length;
  github.fault({
    kind: 'error-before',
    times: 1000,
    match: ({ operation }) => operation === 'RelcommsConfig',
  });
  await expect(runAction(github, NEXT_DAY)).rejects.toMatchObject({ status: 502 });
  expect(writesSince(github, before)).toEqual([]);
  expect(openTrackingIssues(github)).toHaveLength(1);
});

/** The Action's client, with answers to the look changed on their way. */
function clientThat(change: (data: LookData) => unknown): GitHub {
  const client = clientOf(github);
  return {
    ...client,
    graphql: async (query, variables) => {
      const answer = await client.graphql(query, variables);
      return query.includes('query RelcommsLook') ? change(answer as LookData) : answer;
    },
  };
}

interface LookData {
  readonly repository: Record<string, unknown>;
}

test.each([
  ['label0', 'labels'],
  ['milestone0', 'githubMilestones'],
  ['person0', 'assignable'],
  ['pinnedIssues', 'pins'],
  ['own0', 'ownIssues'],
  ['own1', 'ownIssues'],
])('when GitHub fails on %s alone, the duty that needs %s is skipped and named', async (alias, fact) => {
  await runAction(github, NOW);
  const before = github.journal.length;
  const client = clientThat((data) => {
    const errors = [
      { message: 'Something went wrong while executing your query.', path: ['repository', alias] },
    ];
    throw Object.assign(new Error('Request failed due to following response errors'), {
      errors,
      data: { ...data, repository: { ...data.repository, [alias]: null } },
    });
  });
  const run = await reconcile({ github: client, now: NEXT_DAY });
  expect(run).toMatchObject({
    kind: 'applied',
    applied: [],
    plan: {
      unknown: expect.arrayContaining([
        { duty: 'tracking-issue', fact, why: expect.stringContaining('Something went wrong') as string },
      ]) as unknown[],
    },
  });
  expect(writesSince(github, before)).toEqual([]);
});

test('an empty list for bots, as some editions of GitHub answer it, opens no second issue', async () => {
  await runAction(github, NOW);
  const before = github.journal.length;
  const empty = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };
  const client = clientThat((data) => ({
    ...data,
    repository: { ...data.repository, own0: empty, own1: empty, own2: empty },
  }));
  const run = await reconcile({ github: client, now: NOW });
  expect(run).toMatchObject({ kind: 'applied', applied: [] });
  expect(writesSince(github, before)).toEqual([]);
  // The other way to look was taken, and found the issue with its ledger.
  const looks = github.journal.slice(before).map(({ operation }) => operation);
  expect(looks).toContain('GET /repos/{owner}/{repo}/issues');
  expect(looks).toContain('RelcommsIssuesByNumber');
  expect(issue(github, 1).state).toBe('open');
});

test.each(KINDS)('%s at the write of a day: the text is up to date after one more run', async (kind) => {
  await runAction(github, NOW);
  const patch = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
  let bad = true;
  github.fault({ kind, times: 1000, match: ({ operation }) => bad && operation === patch });
  await runAction(github, NEXT_DAY);
  bad = false;
  await runAction(github, NEXT_DAY);
  expect(issue(github, 1).body).toContain('in 19 days');
  const before = github.journal.length;
  await runAction(github, NEXT_DAY);
  expect(writesSince(github, before)).toEqual([]);
});
