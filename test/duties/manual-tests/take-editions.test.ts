// Editions of a workbook are taken in one after the other: what a later one no longer says is still named.
import type { BookContent, BookMemory } from '../../../src/domain/manual-book.ts';
import { type ManualResult, resultsOf } from '../../../src/domain/manual-test.ts';
import { takeEditions } from '../../../src/duties/manual-tests/take-editions.ts';
import { NO_BOOK_MEMORY, readBookMemory, renderBookMemory } from '../../../src/memory/book-memory.ts';

const LISTED = { version: '1.0.0', keys: new Set(['rc1 a', 'rc1 b']) };
const row = (run: string, result?: ManualResult['result']): ManualResult => ({
  candidate: 'rc1',
  run,
  result,
});
const edition = (
  rows: ManualResult[],
  more: Partial<Extract<BookContent, { ok: true }>> = {},
): BookContent => ({
  ok: true,
  release: '1.0.0',
  base: [],
  rows,
  unread: [],
  ...more,
});

function taken(ours: ManualResult[], readings: BookContent[], memory: BookMemory = NO_BOOK_MEMORY) {
  const changes = readings.map((reading, index) => ({ oid: `${index}`, by: 'dave', reading }));
  const { results, memory: after } = takeEditions({ results: resultsOf(ours), memory }, changes, LISTED);
  const named = [
    ...after.conflicts.map(({ run, other, isGone }) => `${run} ${other}${isGone === true ? ', gone' : ''}`),
    ...after.unread.map(({ key, why }) => (key === '' ? why : key)),
  ];
  return { results: [...results.values()].map(({ run, result }) => `${run} ${result}`), named, after };
}

test('cells of both editions count, and what the later one no longer says is named until both agree', () => {
  const both = taken(
    [row('b', 'fail')],
    [edition([row('a', 'pass'), row('b', 'pass')]), edition([row('a'), row('b')])],
  );
  expect(both).toMatchObject({ results: ['b fail', 'a pass'], named: ['b pass, gone'] });
  const next = taken(
    [row('b', 'fail')],
    [edition([row('b', 'fail')], { base: [row('b', 'fail')] })],
    both.after,
  );
  expect(next.named).toEqual([]);
});

test('an edition that is refused, of another release, or full of other things is named; the next one is read', () => {
  const other = edition([row('a', 'fail')], { release: '2.0.0' });
  const { results, named } = taken([], [{ ok: false, why: 'No.' }, other, edition([row('a', 'pass')])]);
  expect(results).toEqual(['a pass']);
  expect(named).toEqual(['No.', expect.stringContaining('the workbook of 2.0.0, not of 1.0.0')]);
  const cell = { sheet: 'api', cell: 'I2', why: 'it is no date', key: 'rc1 a day' };
  const many = taken([], [edition([row('a', 'pass')], { unread: Array.from({ length: 2001 }, () => cell) })]);
  expect(many.results).toEqual([]);
  expect(many.after.refused).toContain('More than 2,000 of its cells');
});

test('where the results go back to what both began with, the workbook counts; broken memory is none', () => {
  const conflict = { candidate: 'rc1', run: 'a', field: 'result', before: undefined, other: 'pass' } as const;
  const memory = { ...NO_BOOK_MEMORY, conflicts: [conflict] };
  expect(taken([], [], memory).results).toEqual(['a pass']);
  expect(taken([], [], { ...memory, conflicts: [{ ...conflict, other: 'perhaps' }] }).results).toEqual([]);
  expect(taken([], [], { ...memory, conflicts: [{ ...conflict, run: 'zzz' }] }).results).toEqual([]);
  const text = renderBookMemory({ ...memory, workbook: 'a1' });
  expect(readBookMemory(text)).toMatchObject({ workbook: 'a1', conflicts: [{ run: 'a', other: 'pass' }] });
  for (const broken of [`${text}x`, text.replace('result', 'colour'), '[', undefined])
    expect(readBookMemory(broken)).toEqual(NO_BOOK_MEMORY);
});
