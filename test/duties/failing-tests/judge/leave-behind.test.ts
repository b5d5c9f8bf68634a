// What is left of runs that are no longer remembered: since when a test is red, or where it was green last.
import { leaveBehind } from '../../../../src/duties/failing-tests/history/leave-behind.ts';
import {
  NO_RECORD,
  type RecordedRun,
  type RecordedTest,
} from '../../../../src/duties/failing-tests/history/test-record.ts';
import { hour, sha } from './branch.ts';

type Lists = Partial<Pick<RecordedRun, 'failed' | 'passed' | 'skipped' | 'gone' | 'complete'>>;

const point = (number: number) => ({ commit: sha(number), at: hour(number) });

/** How the test `lists` stood before the newest run, where the runs came out like this. */
function before(runs: readonly Lists[], known?: RecordedTest['before']) {
  const all = runs.map((lists, index): RecordedRun => ({
    ...point(index + 1),
    run: `${index + 1}`,
    attempt: 1,
    family: 'ci',
    complete: true,
    failed: [],
    passed: [],
    skipped: [],
    gone: [],
    ...lists,
  }));
  const test = { subject: { kind: 'test', name: 'lists' }, before: known } as unknown as RecordedTest;
  const record = { ...NO_RECORD, runs: all, tests: new Map([['t', test]]) };
  return leaveBehind(record, 1, new Set(['t'])).tests.get('t')?.before;
}

const RED: Lists = { failed: ['t'] };
const SINCE = { red: point(1), good: point(0) };

test.each<[string, Lists, RecordedTest['before'], RecordedTest['before']]>([
  ['it passed', { passed: ['t'] }, undefined, { good: point(1) }],
  ['it passed after it was red', { passed: ['t'] }, SINCE, { good: point(1) }],
  ['it was gone', { gone: ['t'] }, undefined, { good: point(1) }],
  ['it was gone while it was red', { gone: ['t'] }, SINCE, SINCE],
  ['it failed', RED, { good: point(0) }, { good: point(0), red: point(1) }],
  ['it failed once more', RED, { ...SINCE, red: point(0) }, { ...SINCE, red: point(0) }],
  ['it is not in a whole report of its workflow', {}, undefined, { good: point(1) }],
  ['it is not in a whole report while it was red', {}, SINCE, SINCE],
  ['it was skipped', { skipped: ['t'] }, undefined, undefined],
  ['the report is not whole', { complete: false }, undefined, undefined],
])('where %s in the run that is left behind', (_, lists, known, expected) => {
  expect(before([lists, RED], known)).toEqual(expected);
});
