// Scenario: a plan is what the run does, a run keeps to its limit, a broken config changes nothing (P2, P6, P10, P11).
import type { Operation } from '../../src/domain/operation.ts';
import { type Run, planRun, reconcile } from '../../src/run/reconcile.ts';
import { reportMarkdown } from '../../src/report/report.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { KUBERNETES_CONFIG } from '../support/kubernetes-seed.ts';
import { instant, noon, runAction, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, ledgersOf, openTrackingIssues, repository, seen } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const NEXT_DAY = instant('2020-01-09T12:00:00Z');
const AFTER_THE_CYCLE = instant('2020-02-03T12:00:00Z');
const CONFIG = '.github/relcomms.yml';

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

function planOf(run: Run) {
  if (run.kind !== 'planned' && run.kind !== 'applied') throw new Error(`the run ended as ${run.kind}`);
  return run.plan;
}

function appliedOf(run: Run) {
  if (run.kind !== 'applied') throw new Error(`the run ended as ${run.kind}`);
  return run.applied;
}

/** An issue that the run opens has a number in what it did, and a key in its plan. */
function byKeys(operations: readonly Operation[]): readonly unknown[] {
  const opened = new Map(
    operations
      .filter(({ kind }) => kind === 'create-issue')
      .map((operation, index) => [index + 1, 'key' in operation ? operation.key : '']),
  );
  return operations.map((operation) => {
    if (!('issue' in operation) || typeof operation.issue !== 'object' || !('number' in operation.issue))
      return operation;
    const key = opened.get(operation.issue.number);
    return key === undefined ? operation : { ...operation, issue: { key } };
  });
}

/** Plans twice, applies, plans again: nothing written by plans, the plan applied, nothing left. */
async function expectPlanKept(now: Parameters<typeof runAction>[1]): Promise<void> {
  const state = seen(github);
  const before = github.journal.length;
  const first = await runAction(github, now, planRun);
  const second = await runAction(github, now, planRun);
  expect(writesSince(github, before)).toEqual([]);
  expect(seen(github)).toEqual(state);
  expect(planOf(second)).toEqual(planOf(first));
  expect(planOf(first).operations).not.toEqual([]);

  const run = await runAction(github, now, reconcile);
  expect(planOf(run)).toEqual(planOf(first));
  expect(byKeys(appliedOf(run).map(({ operation }) => operation))).toEqual(planOf(first).operations);
  expect(new Set(appliedOf(run).map(({ outcome }) => outcome))).toEqual(new Set(['done']));

  const third = await runAction(github, now, planRun);
  expect(planOf(third)).toMatchObject({ operations: [], left: [], unknown: [] });
}

test('the plan of the opening, of a day, of a new date and of the end is what the run then does', async () => {
  await expectPlanKept(NOW);
  await expectPlanKept(NEXT_DAY);
  await github.as('alice').putFile(CONFIG, smallConfig().replace('on: 2020-01-21', 'on: 2020-01-22'));
  await expectPlanKept(NEXT_DAY);
  await github.as('bob').request('DELETE', '/repos/acme/demo/issues/1/labels');
  await github.as('bob').request('PATCH', '/repos/acme/demo/issues/1', { milestone: null });
  await github.as('bob').tick(1, 'Write the notes');
  await expectPlanKept(NEXT_DAY);
  await expectPlanKept(AFTER_THE_CYCLE);
  expect(issue(github, 1).state).toBe('closed');
});

test('every operation and every skip says why', async () => {
  const opening = planOf(await runAction(github, NOW));
  const skipped = planOf(await runAction(github, instant('2019-12-01T12:00:00Z'), planRun));
  expect(opening.operations.length).toBeGreaterThan(4);
  for (const { why, duty } of [...opening.operations, ...skipped.skips]) {
    expect(why).toMatch(/\w+ \w+ \w+/);
    expect(duty).toBe('tracking-issue');
  }
  expect(skipped.skips).toMatchObject([{ why: 'opens on Mon 6 Jan 2020' }]);
});

test('a limit of two operations: each run does two, says what it leaves, and in the end all is there', async () => {
  await github.as('alice').putFile(CONFIG, smallConfig({ operations: 2 }));
  const left: number[] = [];
  for (let runs = 0; left.at(-1) !== 0; runs++) {
    expect(runs).toBeLessThan(6);
    const before = github.journal.length;
    const run = await runAction(github, NOW);
    expect(writesSince(github, before).length).toBeLessThanOrEqual(2);
    left.push(planOf(run).left.length);
    const isTold = reportMarkdown(run).includes('**Left for the next run**');
    expect(isTold).toBe(planOf(run).left.length > 0);
  }
  expect(left.length).toBeGreaterThanOrEqual(3);
  expect(left).toEqual(left.toSorted((a, b) => b - a));
  expect(openTrackingIssues(github)).toMatchObject([
    { number: 1, labels: ['release'], assignees: ['alice'], milestone: 'v2.0.0' },
  ]);
  expect(repository(github).pinned).toEqual([1]);
  expect(ledgersOf(github, 1)).toHaveLength(1);
  const before = github.journal.length;
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
});

test.each([
  ['a tab', (text: string) => text.replace('roles:', '\troles:')],
  ['a day that does not exist', (text: string) => text.replace('release: 2020-01-28', 'release: 2020-02-31')],
  ['an unknown key', (text: string) => text.replace('timezone:', 'timezon:')],
  [
    'a release before its start',
    (text: string) => text.replace('release: 2020-01-28', 'release: 2020-01-02'),
  ],
  ['no text at all', () => ''],
])('a config with %s changes nothing and names line, column and fix', async (_, breakIt) => {
  await runAction(github, NOW);
  const broken = breakIt(smallConfig());
  expect(broken).not.toBe(smallConfig());
  await github.as('alice').putFile(CONFIG, broken);
  const state = seen(github);
  const before = github.journal.length;
  const run = await runAction(github, NEXT_DAY);
  expect(writesSince(github, before)).toEqual([]);
  expect(seen(github)).toEqual(state);
  if (run.kind !== 'broken-config') throw new Error(`the run ended as ${run.kind}`);
  for (const { line, column, message, fix } of run.problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).toMatch(/\w/);
    expect(fix).toMatch(/\w/);
  }
  const [first] = run.problems;
  const report = reportMarkdown(run);
  expect(report).toContain('relcomms changed nothing');
  expect(report).toContain(`\`${CONFIG}:${first?.line}:${first?.column}\``);

  // Mended, it goes on where it stopped.
  await github.as('alice').putFile(CONFIG, smallConfig());
  await runAction(github, NEXT_DAY);
  expect(issue(github, 1).body).toContain('in 19 days');
});

test('a config that is gone closes nothing and says what is missing', async () => {
  await runAction(github, NOW);
  const state = seen(github);
  const run = await runAction(github, NEXT_DAY, (scope) =>
    reconcile({ ...scope, path: '.github/other.yml' }),
  );
  expect(run).toMatchObject({ kind: 'no-config', path: '.github/other.yml' });
  expect(reportMarkdown(run)).toContain('`.github/other.yml` is not on the default branch');
  expect(seen(github)).toEqual(state);
});

test('the Kubernetes cycle in its ninth week: once no run leaves anything, there is nothing to plan', async () => {
  await github.as('alice').putFile(CONFIG, KUBERNETES_CONFIG);
  const now = noon('2020-03-05');
  for (let runs = 1; planOf(await runAction(github, now)).left.length > 0; runs++)
    expect(runs).toBeLessThan(6);
  const plan = planOf(await runAction(github, now, planRun));
  expect(plan).toMatchObject({ operations: [], left: [], unknown: [] });
});
