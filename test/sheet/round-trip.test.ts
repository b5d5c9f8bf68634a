// A new workbook, read back, says what it was made from; people's changes come back, and nothing of theirs is lost.
import { day } from '../../src/domain/day.ts';
import { type ManualTest, keyOf, resultsOf } from '../../src/domain/manual-test.ts';
import { openBook, saveBook, setCell, setValue, valueAt } from '../../src/sheet/book.ts';
import { findHeadings } from '../../src/sheet/columns.ts';
import { makeBook, refreshBook } from '../../src/sheet/make-book.ts';
import type { BookPlan } from '../../src/sheet/plan-book.ts';
import { type BookReading, readBook } from '../../src/sheet/read-book.ts';

function aTest(id: string, more: Partial<ManualTest> = {}): ManualTest {
  return {
    id,
    title: `Title of ${id}`,
    steps: ['Do this', 'Do that'],
    expected: 'It works',
    team: 'api',
    component: 'functions',
    platforms: [],
    complexity: 2,
    covers: [],
    ...more,
  };
}

const PLAN: BookPlan = {
  release: '1.2.0',
  candidates: ['rc1', 'rc2'],
  tests: [
    aTest('a-1', { title: '=HYPERLINK("https://evil.example.com")' }),
    aTest('a-2', { platforms: ['linux', 'windows'], title: '+1' }),
    aTest('a-3', { candidates: ['rc2'], title: '@SUM(A1)' }),
    aTest('b-1', { component: 'console', team: 'console', title: '-2' }),
  ],
  results: resultsOf([
    {
      candidate: 'rc1',
      run: 'a-1',
      result: 'pass',
      tester: 'mia',
      day: day('2026-02-03'),
      link: 'https://example.com/1',
      note: '=1+1',
    },
    { candidate: 'rc1', run: 'b-1', tester: 'ben' },
  ]),
};

async function read(bytes: Uint8Array): Promise<Extract<BookReading, { ok: true }>> {
  const reading = await readBook(bytes);
  if (!reading.ok) throw new Error(reading.why);
  return reading;
}

test('what goes in comes out, and the same plan gives the same bytes', async () => {
  const bytes = await makeBook(PLAN);
  expect(Buffer.compare(bytes, await makeBook(PLAN))).toBe(0);
  const reading = await read(bytes);
  expect(reading.release).toBe('1.2.0');
  expect(reading.unread).toEqual([]);
  expect(reading.base).toEqual(PLAN.results);
  const filled = [...reading.rows].filter(([, { result, tester }]) => (result ?? tester) !== undefined);
  expect(new Map(filled)).toEqual(PLAN.results);
});

test('texts that look like formulas stay texts', async () => {
  const book = await openBook(await makeBook(PLAN));
  const sheet = book.sheets.find(({ name }) => name === 'functions');
  expect([1, 2, 4].map((row) => sheet?.rows[row]?.[1])).toEqual([
    '=HYPERLINK("https://evil.example.com")',
    '+1',
    '@SUM(A1)',
  ]);
  const formulas = [...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined);
  expect(formulas).toEqual([]);
});

test('a workbook that people filled in and changed is read and brought up to date without losing anything', async () => {
  const book = await openBook(await makeBook(PLAN));
  const sheet = book.sheets.find(({ name }) => name === 'functions');
  if (sheet === undefined) throw new Error('no sheet');
  const headings = findHeadings(sheet);
  const column = (heading: string) => headings?.columns.get(heading) ?? -1;
  setValue(sheet, 2, column('rc1 result'), 'FAIL ');
  setValue(sheet, 2, column('rc1 day'), new Date(Date.UTC(2026, 1, 4)));
  setCell(sheet, 3, column('rc1 result'), { value: 'perhaps', style: { font: { bold: true } } });
  setValue(sheet, 1, column('rc1 note'), null);
  const own = Math.max(...sheet.rows.map((cells) => cells.length));
  setCell(sheet, 0, own, { value: 'Browser' });
  setCell(sheet, 1, own, { value: 'Firefox', comment: { author: 'mia', text: 'latest' } });
  book.sheets.push({ name: "Mia's notes", rows: [['remember', 1]], autoFilter: { range: 'A1:B1' } });
  const filled = await saveBook(book);

  const reading = await read(filled);
  expect(reading.rows.get(keyOf({ candidate: 'rc1', run: 'a-2@linux' }))).toMatchObject({
    result: 'fail',
    day: '2026-02-04',
  });
  expect(reading.rows.get(keyOf({ candidate: 'rc1', run: 'a-1' }))).toMatchObject({
    result: 'pass',
    note: undefined,
  });
  expect(reading.unread).toMatchObject([
    { sheet: 'functions', cell: 'I4', why: 'it is not pass, fail, blocked, or n/a' },
  ]);

  const tests = [...PLAN.tests.filter(({ id }) => id !== 'a-3'), aTest('a-4')];
  const results = new Map([
    ...PLAN.results,
    ...resultsOf([{ candidate: 'rc1', run: 'a-2@linux', result: 'fail', day: day('2026-02-04') }]),
  ]);
  const keep = new Set(reading.unread.map(({ key }) => key));
  const refreshed = await refreshBook(
    filled,
    { ...PLAN, tests, results, candidates: ['rc1', 'rc2', 'rc3'] },
    keep,
  );
  const after = await openBook(refreshed);
  const now = after.sheets.find(({ name }) => name === 'functions');
  if (now === undefined) throw new Error('no sheet');
  expect(after.sheets.map(({ name }) => name)).toEqual([
    'Summary',
    'console',
    'functions',
    'relcomms',
    "Mia's notes",
  ]);
  expect(after.namedRanges?.map(({ range }) => range)).toContain("'Mia''s notes'!$A$1:$B$1");
  expect(valueAt(now, 1, own)).toBe('Firefox');
  expect(now.cells?.get(`1,${own}`)?.comment?.text).toContain('latest');
  expect(valueAt(now, 3, column('rc1 result'))).toBe('perhaps');
  expect(valueAt(now, 4, column('state'))).toBe('removed');
  expect(now.rows[5]?.slice(0, 2)).toEqual(['a-4', 'Title of a-4']);
  expect(findHeadings(now)?.columns.get('rc3 result')).toBe(own + 1);
  expect(after.sheets[0]?.rows.slice(0, 4).map(([candidate, component]) => [candidate, component])).toEqual([
    ['Candidate', 'Component'],
    ['rc1', 'all'],
    ['rc2', 'all'],
    ['rc3', 'all'],
  ]);
});
