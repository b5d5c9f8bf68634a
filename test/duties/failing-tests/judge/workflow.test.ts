// What is known of the workflow of a run: whose word counts for whom, and what a green run without a report says.
import { takeGreenRuns } from '../../../../src/duties/failing-tests/history/take-green-runs.ts';
import { takeReports } from '../../../../src/duties/failing-tests/history/take-reports.ts';
import { fromRows, toRows } from '../../../../src/duties/failing-tests/history/record-rows.ts';
import { NO_RECORD, type TestRecord } from '../../../../src/duties/failing-tests/history/test-record.ts';
import { verdictsOf } from '../../../../src/duties/failing-tests/judge/verdicts.ts';
import type { JobRun, TestReport } from '../../../../src/domain/test-results.ts';
import { branch, job, report } from './branch.ts';

const EVERY = () => true;

function take(reports: readonly TestReport[], jobs: readonly JobRun[] = []): TestRecord {
  const record = reports.reduce((before, one) => takeReports(before, [one]), NO_RECORD);
  return takeGreenRuns(record, branch(40, { jobs }));
}

/** How the test `lists` stands. */
function lists(record: TestRecord) {
  return verdictsOf(record, branch(40), EVERY).find(({ subject }) => subject.name === 'lists');
}

const ci = (number: number, results: Readonly<Record<string, string>>) =>
  report(number, results, { workflow: 'CI' });
const nightly = (number: number, results: Readonly<Record<string, string>>) =>
  report(number, results, { workflow: 'Nightly', run: `n${number}` });

test('the word of one workflow is none about another: red in one of them is red', () => {
  const passes = [4, 5, 6].map((number) => ci(number, { lists: 'p' }));
  const record = take([nightly(2, { lists: 'f' }), nightly(3, { lists: 'f' }), ...passes]);
  expect(lists(record)).toMatchObject({ state: 'red', redRuns: 2, flaky: undefined });
  expect(lists(take([nightly(2, { lists: 'f' }), ...passes, nightly(7, { lists: 'p' })]))).toMatchObject({
    state: 'green',
    greenRuns: 1,
  });
});

test('red in both, the longer one counts', () => {
  const nights = [nightly(2, { lists: 'f' }), nightly(3, { lists: 'f' })];
  expect(lists(take([ci(1, { lists: 'f' }), ...nights]))).toMatchObject({ state: 'red', redRuns: 2 });
});

test('a workflow that rarely runs is not forgotten, however often others do', () => {
  const others = Array.from({ length: 12 }, (_, index) => ci(index + 3, { creates: 'p' }));
  expect(lists(take([nightly(2, { lists: 'f' }), ...others]))?.state).toBe('red');
});

test('a red test that three reports of its own workflow lack is gone, alone or with its suite', () => {
  const others = [2, 3, 4].map((number) => ci(number, { other: 'p' }));
  expect(lists(take([ci(1, { lists: 'f' }), ...others.slice(1)]))?.state).toBe('unknown');
  expect(lists(take([ci(1, { lists: 'f' }), ...others]))?.state).toBe('gone');
  const pages = [2, 3, 4].map((number) => ({
    ...ci(number, {}),
    tests: [{ suite: 'page', name: 'opens', result: 'passed' as const }],
  }));
  expect(lists(take([ci(1, { lists: 'f' }), ...pages]))?.state).toBe('gone');
});

test('a report without a single test tells nothing', () => {
  expect(lists(take([ci(1, { lists: 'f' }), ci(2, {})]))?.state).toBe('red');
});

const run = (number: number, unit: JobRun['result'], more: Partial<JobRun> = {}): JobRun[] => [
  job(number, unit, { job: 'unit', workflow: 'CI', ...more }),
  job(number, 'passed', { job: 'lint', workflow: 'CI', ...more }),
];

/** Red on commits 1 and 2, with the red job that reported it. */
const RED = [ci(1, { lists: 'f' }), ci(2, { lists: 'f' })];
const RED_JOBS = [...run(1, 'failed'), ...run(2, 'failed')];

test.each([
  ['green, and so are its jobs', run(3, 'passed'), 'green'],
  ['its job was skipped', run(3, 'skipped'), 'red'],
  ['its job is not in it', run(3, 'passed').slice(1), 'red'],
  ['its job has not ended', run(3, 'pending'), 'red'],
  ['another job has not ended', [...run(3, 'passed'), job(3, 'pending', { workflow: 'CI' })], 'red'],
  ['red', run(3, 'failed'), 'red'],
  ['another workflow', run(3, 'passed', { workflow: 'Nightly' }), 'red'],
  ['no workflow at all', run(3, 'passed', { workflow: undefined }), 'red'],
  ['an older commit, later', run(1, 'passed', { run: '9', at: job(9, 'passed').at }), 'red'],
  ['the same commit once more', run(2, 'passed', { run: '9', at: job(9, 'passed').at }), 'green'],
] as const)('a later run without a report, %s', (_name, jobs, state) => {
  expect(lists(take(RED, [...RED_JOBS, ...jobs]))?.state).toBe(state);
});

test.each([
  ['another workflow', run(3, 'passed', { workflow: 'Nightly' })],
  ['an older commit, later', run(1, 'passed', { run: '9', at: job(9, 'passed').at })],
] as const)('a green run that says nothing of it is not noted: %s', (_name, jobs) => {
  const red = [ci(2, { lists: 'f' })];
  expect(take(red, [...run(2, 'failed'), ...jobs]).runs).toEqual(take(red).runs);
});

test('a job that was green although the test failed says nothing when it is green again', () => {
  expect(lists(take(RED, [...run(1, 'passed'), ...run(2, 'passed'), ...run(3, 'passed')]))?.state).toBe(
    'red',
  );
});

test('the second attempt of the same run makes it flaky, as both were on one commit', () => {
  const again = job(2, 'passed', { job: 'unit', workflow: 'CI', at: job(3, 'passed').at });
  expect(lists(take(RED, [...RED_JOBS, again]))).toMatchObject({ state: 'green', flaky: 'one-commit' });
});

test('it is remembered when the jobs are no longer listed, counts once, and a report of the run outdoes it', () => {
  const jobs = [...RED_JOBS, ...run(3, 'passed'), ...run(4, 'passed')];
  const record = take(RED, jobs);
  expect(lists(record)).toMatchObject({ state: 'green', greenRuns: 2 });
  const stored = fromRows(toRows(record));
  expect(stored).toEqual(record);
  expect(takeGreenRuns(stored, branch(40, { jobs }))).toEqual(stored);
  expect(takeGreenRuns(stored, branch(40, { jobs: [] }))).toEqual(stored);
  expect(lists(takeReports(stored, [ci(4, { lists: 'f' })]))?.state).toBe('red');
});

const unit = (number: number) => ci(number, { creates: 'p' });
const e2e = (number: number, letter: string) => ci(number, { lists: letter });

test('two jobs of one run tell together, in whatever order, and again changes nothing', () => {
  const red = take([unit(1), e2e(1, 'f')]);
  expect(lists(red)).toMatchObject({ state: 'red', redRuns: 1 });
  expect(take([e2e(1, 'f'), unit(1)])).toEqual(red);
  // The first job of the second run lacks the test, the second job tells that it passes.
  const green = take([unit(1), e2e(1, 'f'), unit(2), e2e(2, 'p')]);
  expect(lists(green)).toMatchObject({ state: 'green', greenRuns: 1, flaky: undefined });
  expect(takeReports(green, [unit(1), e2e(1, 'f'), unit(2), e2e(2, 'p')])).toEqual(green);
});
