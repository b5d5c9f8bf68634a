// Reports that a run brings along join what was observed of their branches.
import type { Instant } from '../../../../src/domain/day.ts';
import type { BranchTests, TestReport } from '../../../../src/domain/test-results.ts';
import { withReports } from '../../../../src/github/facts/branch-tests/with-reports.ts';

const report = (change: Partial<TestReport> = {}): TestReport => ({
  commit: 'abc',
  at: 2000 as Instant,
  run: '1',
  attempt: 1,
  tests: [{ suite: 's', name: 'a', result: 'passed' }],
  ...change,
});

const branch = (reports: readonly TestReport[]): BranchTests => ({
  branch: 'release-1.10',
  commits: [{ sha: 'abc', at: 1000 as Instant }],
  jobs: [],
  reports,
  unread: ['something'],
});

const joined = (value: readonly BranchTests[], reports: readonly TestReport[]) =>
  withReports(
    value,
    reports.map((one) => ({ branch: 'release-1.10', report: one })),
    ['release-1.10'],
  );

test('joins the reports of its branch, oldest first, and leaves all else', () => {
  const old = report({ run: '0', at: 1000 as Instant });
  const late = report({ run: '2', at: 3000 as Instant });
  expect(joined([branch([old, late])], [report()])).toEqual([branch([old, report(), late])]);
});

test('a branch that was not listed appears with its report', () => {
  expect(joined([], [report()])).toEqual([
    { branch: 'release-1.10', commits: [], jobs: [], reports: [report()], unread: [] },
  ]);
});

test('two parts of one attempt are one report; what failed or is missing in one of them counts', () => {
  const part = report({
    at: 1000 as Instant,
    tests: [
      { suite: 's', name: 'a', result: 'failed' },
      { suite: 's', name: 'b', result: 'passed' },
    ],
    incomplete: 'x.xml is empty',
  });
  expect(joined([branch([part])], [report()])).toEqual([branch([{ ...part, at: 2000 as Instant }])]);
  expect(joined([branch([report({ attempt: 2 })])], [report()])).toMatchObject([
    { reports: [{ attempt: 2 }, { attempt: 1 }] },
  ]);
});

test('nothing changes for a branch that nobody asked for, and without reports', () => {
  const found = [branch([])];
  const brought = [{ branch: 'main', report: report() }];
  expect(withReports(found, brought, ['release-1.10'])).toBe(found);
  expect(withReports(found, [], ['release-1.10'])).toBe(found);
});
