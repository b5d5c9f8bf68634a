// A record that told tests apart by class and name alone: it is read, and nothing in it begins anew.
import rows from '../../../fixtures/records/by-class.json' with { type: 'json' };
import { fromRows, toRows } from '../../../../src/duties/failing-tests/history/record-rows.ts';
import { takeReports } from '../../../../src/duties/failing-tests/history/take-reports.ts';
import type { TestRecord } from '../../../../src/duties/failing-tests/history/test-record.ts';
import { verdictsOf } from '../../../../src/duties/failing-tests/judge/verdicts.ts';
import type { TestOutcome, TestReport, TestResult } from '../../../../src/domain/test-results.ts';
import { branch, report, sha } from './branch.ts';

const OLD = fromRows(rows);
const STARTS = 'tMf6RYyuZ';

function outcomeIn(way: string, name: string, result: TestResult): TestOutcome {
  return { suite: `${way} > unit`, class: 'unit', name, result };
}

function ci(number: number, tests: readonly TestOutcome[], workflow: string | undefined = 'CI'): TestReport {
  return report(number, {}, { tests, workflow });
}

/** After these reports, each stored and read before the next one. */
function after(...reports: readonly TestReport[]): TestRecord {
  return reports.reduce((record, one) => fromRows(toRows(takeReports(record, [one]))), OLD);
}

function verdicts(record: TestRecord) {
  return verdictsOf(record, branch(40), () => true).map(({ subject, state, redRuns, since }) => ({
    id: subject.id,
    test: `${subject.suite}/${subject.name}`,
    state,
    redRuns,
    since: since?.commit,
  }));
}

const of = (record: TestRecord, test: string) => verdicts(record).filter((one) => one.test === test);

test('the old shape is read as it is, and written as it was', () => {
  expect(verdicts(OLD).map(({ test: name, state }) => [name, state])).toEqual([
    ['com.acme.MailTest/sends', 'red'],
    ['unit/idles', 'red'],
    ['unit/starts', 'red'],
  ]);
  expect(toRows(OLD)).toEqual(rows);
});

test('a test whose suite is its class is the same', () => {
  const tests: TestOutcome[] = [{ suite: 'com.acme.MailTest', name: 'sends', result: 'failed' }];
  expect(of(after(ci(14, tests)), 'com.acme.MailTest/sends')).toMatchObject([
    { id: 't6SgFet6F', redRuns: 3, since: sha(12) },
  ]);
});

test('a test that is the only one of its class and name keeps its id and its past, from report to report', () => {
  const red = [outcomeIn('web', 'starts', 'failed'), outcomeIn('web', 'idles', 'failed')];
  const record = after(ci(14, red), ci(15, red));
  expect(verdicts(record).filter(({ id }) => id !== 't6SgFet6F')).toEqual([
    { id: 'tpo4MLIXi', test: 'web > unit/idles', state: 'red', redRuns: 25, since: sha(2) },
    { id: STARTS, test: 'web > unit/starts', state: 'red', redRuns: 4, since: sha(12) },
  ]);
  const green = after(ci(14, red), ci(15, [outcomeIn('web', 'starts', 'passed')]));
  expect(of(green, 'web > unit/starts')).toMatchObject([{ id: STARTS, state: 'green' }]);
});

test('where several suites have it, the past goes to the one that fails', () => {
  const record = after(ci(14, [outcomeIn('web', 'starts', 'passed'), outcomeIn('mail', 'starts', 'failed')]));
  expect(of(record, 'mail > unit/starts')).toMatchObject([{ id: STARTS, redRuns: 3, since: sha(12) }]);
  expect(of(record, 'web > unit/starts')).toEqual([]);
  const later = takeReports(record, [
    ci(15, [outcomeIn('web', 'starts', 'failed'), outcomeIn('mail', 'starts', 'passed')]),
  ]);
  expect(of(later, 'mail > unit/starts')).toMatchObject([{ id: STARTS, state: 'green' }]);
  expect(of(later, 'web > unit/starts')).toMatchObject([{ state: 'red', redRuns: 1, since: sha(15) }]);
});

test('where it passes in all of them, it is green', () => {
  const record = after(ci(14, [outcomeIn('web', 'starts', 'passed'), outcomeIn('mail', 'starts', 'passed')]));
  expect(of(record, 'web > unit/starts')).toMatchObject([{ id: STARTS, state: 'green' }]);
});

test('a test of another workflow, and one beside a test without a way, begin anew', () => {
  const other = after(ci(14, [outcomeIn('web', 'starts', 'failed')], 'Nightly'));
  expect(of(other, 'web > unit/starts')).toMatchObject([{ since: sha(14) }]);
  expect(of(other, 'unit/starts')).toMatchObject([{ id: STARTS, since: sha(12) }]);
  const bare: TestOutcome = { suite: 'unit', name: 'starts', result: 'failed' };
  const beside = after(ci(14, [outcomeIn('web', 'starts', 'failed'), bare]));
  expect(of(beside, 'web > unit/starts')).toMatchObject([{ since: sha(14) }]);
  expect(of(beside, 'unit/starts')).toMatchObject([{ id: STARTS, since: sha(12), redRuns: 3 }]);
});

test('one class and name in two suites are two tests', () => {
  const first = ci(14, [outcomeIn('web', 'halts', 'failed'), outcomeIn('mail', 'halts', 'passed')]);
  const second = ci(15, [outcomeIn('web', 'halts', 'failed'), outcomeIn('mail', 'halts', 'failed')]);
  const record = after(first, second);
  expect(of(record, 'web > unit/halts')).toMatchObject([{ redRuns: 2 }]);
  expect(of(record, 'mail > unit/halts')).toMatchObject([{ redRuns: 1 }]);
});

test('a case file still knows a test that the record lost', () => {
  const record = takeReports(
    { ...OLD, runs: [], tests: new Map() },
    [ci(14, [outcomeIn('web', 'starts', 'passed')])],
    new Set([STARTS]),
  );
  expect(of(record, 'web > unit/starts')).toMatchObject([{ id: STARTS, state: 'green' }]);
});
