// Results that come by several ways: nothing filled in is lost, and two different words for one cell are reported.
import * as fc from 'fast-check';
import { day } from '../../src/domain/day.ts';
import { FIELDS, type ManualResult, type Results, keyOf, resultsOf } from '../../src/domain/manual-test.ts';
import { mergeResults } from '../../src/manual-tests/merge-results.ts';
import { readResults, renderResults } from '../../src/manual-tests/results-file.ts';

const row = (run: string, fields: Omit<ManualResult, 'run' | 'candidate'> = {}): ManualResult => ({
  candidate: 'rc1',
  run,
  ...fields,
});

test('what changed on one side counts; what changed on both is reported, and what is recorded stays', () => {
  const base = resultsOf([row('a', { tester: 'mia' }), row('b', { tester: 'ben', result: 'pass' })]);
  const ours = resultsOf([
    row('a', { tester: 'mia', result: 'fail' }),
    row('b', { tester: 'ben', result: 'pass' }),
  ]);
  const theirs = resultsOf([
    row('a', { tester: 'mia', result: 'pass', note: 'slow' }),
    row('b', { tester: 'ben' }),
  ]);
  const { results, conflicts, changed } = mergeResults({ base, ours, theirs });
  expect(results.get('rc1 a')).toEqual(row('a', { tester: 'mia', result: 'fail', note: 'slow' }));
  expect(results.get('rc1 b')).toEqual({ ...row('b', { tester: 'ben' }), result: undefined });
  expect(conflicts).toEqual([{ run: 'a', candidate: 'rc1', field: 'result', kept: 'fail', other: 'pass' }]);
  expect(changed).toBe(2);
});

test('without a base nothing is emptied', () => {
  const ours = resultsOf([row('a', { result: 'pass' })]);
  const { results, conflicts } = mergeResults({ ours, theirs: resultsOf([row('a', { note: 'x' })]) });
  expect(results.get('rc1 a')).toMatchObject({ result: 'pass', note: 'x' });
  expect(conflicts).toEqual([]);
});

const FIELD = {
  result: fc.constantFrom('pass', 'fail', 'blocked', 'n/a', undefined),
  tester: fc.constantFrom('mia', 'ben', undefined),
  day: fc.constantFrom(day('2026-02-03'), day('2026-02-04'), undefined),
  link: fc.constantFrom('https://example.com/1', undefined),
  note: fc.constantFrom('=1+1', 'slow "x"\nand more', undefined),
} as const;

const RESULTS: fc.Arbitrary<Results> = fc
  .array(
    fc.record({
      candidate: fc.constantFrom('rc1', 'rc2'),
      run: fc.constantFrom('a', 'b', 'c@linux'),
      ...FIELD,
    }),
    { maxLength: 6 },
  )
  .map((rows) =>
    resultsOf(rows.filter((one) => FIELDS.some((field) => one[field] !== undefined)) as ManualResult[]),
  );

test('law: every field is that of a side that changed it, a conflict, or unchanged', () => {
  fc.assert(
    fc.property(RESULTS, RESULTS, RESULTS, (base, ours, theirs) => {
      const { results, conflicts } = mergeResults({ base, ours, theirs });
      for (const [key, incoming] of theirs)
        for (const field of FIELDS) {
          const [before, kept, other] = [base.get(key)?.[field], ours.get(key)?.[field], incoming[field]];
          const now = results.get(key)?.[field];
          const told = conflicts.some((one) => keyOf(one) === key && one.field === field);
          const isConflict = kept !== before && other !== before && kept !== other;
          const wanted = isConflict || other === before ? kept : other;
          expect([now, told]).toEqual([wanted, isConflict]);
        }
      const untouched = [...ours].filter(([key]) => !theirs.has(key));
      expect(untouched.map(([key]) => results.get(key))).toEqual(untouched.map(([, kept]) => kept));
    }),
    { numRuns: 300 },
  );
});

test('law: the file keeps every result, in one order, whatever order they came in', () => {
  fc.assert(
    fc.property(RESULTS, (results) => {
      const text = renderResults(results);
      const read = readResults(text);
      expect(read?.unread).toEqual([]);
      expect(renderResults(read?.results ?? new Map())).toBe(text);
      expect(renderResults(new Map([...results].toReversed()))).toBe(text);
      expect(read?.results.size).toBe(results.size);
    }),
    { numRuns: 200 },
  );
});

test('lines that are no result are named by number and never half read', () => {
  const text = [
    '{"candidate":"rc1","run":"a","result":"pass"}',
    'not json',
    '{"candidate":"rc1","run":"b","result":"maybe"}',
    '{"candidate":"rc1","run":"../b","result":"pass"}',
    '{"candidate":"rc1","run":"c","link":"javascript:alert(1)"}',
    '{"candidate":"rc1","run":"d","tester":"not a login!"}',
    '[]',
    'null',
  ].join('\n');
  const read = readResults(text);
  expect([...(read?.results.keys() ?? [])]).toEqual(['rc1 a']);
  expect(read?.unread).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect(readResults('x'.repeat(20_000_001))).toBeUndefined();
});
