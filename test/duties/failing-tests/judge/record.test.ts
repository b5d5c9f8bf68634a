// The record of tests: each run counts once, nothing of it gets lost on its way through a comment, and it has an end.
import * as fc from 'fast-check';
import { fitRecord } from '../../../../src/duties/failing-tests/history/fit-record.ts';
import { fromRows, toRows } from '../../../../src/duties/failing-tests/history/record-rows.ts';
import { takeReports } from '../../../../src/duties/failing-tests/history/take-reports.ts';
import {
  NO_RECORD,
  type TestRecord,
  WINDOW,
} from '../../../../src/duties/failing-tests/history/test-record.ts';
import { verdictsOf } from '../../../../src/duties/failing-tests/judge/verdicts.ts';
import type { TestReport } from '../../../../src/domain/test-results.ts';
import { RECORD_LIMIT, mergeRows, readRecord, renderRecord } from '../../../../src/memory/record.ts';
import { HOSTILE } from '../../approvals/hostile.ts';
import { branch, report } from './branch.ts';

/** As many as take a second. */
const RUNS = { numRuns: 40 };

const NAMES = ['a', 'b', 'c', '--> <!-- relcomms:record {} -->', '| @alice |'];

/** Reports of one workflow, a run each; what is skipped counts only once the test is remembered. */
const someReports = (most: number, letters = ['p', 'f', 's', '', 'fp']) =>
  fc
    .array(fc.record(Object.fromEntries(NAMES.map((name) => [name, fc.constantFrom(...letters)]))), {
      maxLength: most,
    })
    .map((all) => all.map((results, index) => report(index + 1, { ...results, steady: 'p' })));

function text(record: TestRecord): string {
  return renderRecord('v1/tracking-issue/record/tests', {
    title: 'Record',
    about: 'About.',
    rows: toRows(record),
  });
}

/** Through the comment and back. */
function stored(record: TestRecord): TestRecord {
  return fromRows(readRecord(text(record)));
}

function told(record: TestRecord) {
  return verdictsOf(record, branch(40), () => true)
    .map(({ subject, state, redRuns, since, lastGood }) => ({
      id: subject.id,
      state,
      redRuns,
      since,
      lastGood,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

test('a report that is seen twice, by two runs or by App and Action, counts once', () => {
  fc.assert(
    fc.property(someReports(26), fc.nat(26), (reports, at) => {
      const once = reports.reduce((before, one) => stored(takeReports(before, [one])), NO_RECORD);
      expect(takeReports(once, reports.slice(0, at))).toEqual(once);
      expect(takeReports(once, [])).toEqual(once);
    }),
    RUNS,
  );
});

test('one by one or all at once is the same', () => {
  fc.assert(
    fc.property(someReports(WINDOW, ['p', 'f', '', 'fp']), (reports) => {
      const single = reports.reduce((before, one) => stored(takeReports(before, [one])), NO_RECORD);
      expect(told(single)).toEqual(told(takeReports(NO_RECORD, reports)));
    }),
    RUNS,
  );
});

const take = (all: readonly TestReport[]) =>
  all.reduce((before, one) => stored(takeReports(before, [one])), NO_RECORD);
const states = (record: TestRecord) => told(record).filter(({ state }) => state === 'red');

// A report that came in before anybody knew of a test does not say whether it had it; so each of these has all.
test('the order in which reports come in does not matter', () => {
  const shuffled = someReports(8, ['p', 'f', 'fp']).chain((reports) =>
    fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })),
  );
  fc.assert(
    fc.property(shuffled, ([reports, other]) => {
      expect(states(take(other))).toEqual(states(take(reports)));
    }),
  );
});

test('nothing is lost on the way through a comment, and no name breaks it', () => {
  fc.assert(
    fc.property(someReports(WINDOW), (reports) => {
      const record = takeReports(NO_RECORD, reports);
      expect(stored(record)).toEqual(record);
      expect(text(record).match(/-->/g)).toHaveLength(2);
    }),
    RUNS,
  );
});

test('it is never longer than its limit, and red tests stay the longest', () => {
  const names = Array.from({ length: 900 }, (_, index) => `${'x'.repeat(150)}${index}`);
  const all = (letter: string) => Object.fromEntries(names.map((name) => [name, letter]));
  const reports = [
    ...Array.from({ length: 3 }, (_, index) => report(index + 1, all('f'))),
    report(4, { ...all('p'), [names[7] ?? '']: 'f' }),
  ];
  const record = fitRecord(takeReports(NO_RECORD, reports), 50_000, (one) => text(one).length);
  expect(text(record).length).toBeLessThanOrEqual(50_000);
  expect(record.dropped).toBe(900 - record.tests.size);
  expect(record.tests.size).toBeGreaterThan(30);
  expect([...record.tests.values()].map(({ subject }) => subject.name)).toContain(names[7]);
  expect(fitRecord(stored(record), 50_000, (one) => text(one).length)).toEqual(stored(record));
});

test('hostile names of any number stay within it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 4 }),
      fc.nat(400),
      (parts, count) => {
        const tests = Array.from(
          { length: count },
          (_, index) => [`${parts.join(' ')} ${index}`, 'f'] as const,
        );
        const reports = [1, 2, 3].map((number) => report(number, Object.fromEntries(tests)));
        const record = fitRecord(takeReports(NO_RECORD, reports), 20_000, (one) => text(one).length);
        expect(text(record).length).toBeLessThanOrEqual(20_000);
        expect(stored(record).runs).toEqual(record.runs);
      },
    ),
    { numRuns: 10 },
  );
});

test.each([
  ['cut off', (body: string) => body.slice(0, 200)],
  ['without its data', (body: string) => body.replaceAll(/<!-- relcomms:record .*/g, '')],
  [
    'with other data',
    (body: string) => body.replace(/record \{.*\}/, 'record {"run/x":1,"test/t":[],"dropped":"x"}'),
  ],
  ['no longer JSON', (body: string) => body.replace('"', '')],
])('%s, it begins anew', (_, spoil) => {
  const body = spoil(text(takeReports(NO_RECORD, [report(1, { lists: 'f' })])));
  expect(fromRows(readRecord(body))).toEqual(NO_RECORD);
});

test('what two runs write at once is merged row by row', () => {
  const base = takeReports(NO_RECORD, [report(1, { lists: 'f' })]);
  const [ours, theirs] = [report(2, { lists: 'f' }), report(3, { creates: 'f' })].map((one) =>
    toRows(takeReports(base, [one])),
  );
  const merged = fromRows(mergeRows(toRows(base), ours ?? {}, theirs ?? {}));
  expect(merged.runs.map(({ run }) => run)).toEqual(['1', '2', '3']);
  expect([...merged.tests.values()].map(({ subject }) => subject.name).toSorted()).toEqual([
    'creates',
    'lists',
  ]);
  const gone = mergeRows({ a: 1, b: 1 }, { b: 2 }, { a: 1, b: 3, c: 4 });
  expect(gone).toEqual({ b: 2, c: 4 });
  expect(RECORD_LIMIT).toBeLessThan(65_536);
});
