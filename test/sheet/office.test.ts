// The workbook in the programs that people use: formulas compute, lists, filters and colors are alive, results come back.
import { day } from '../../src/domain/day.ts';
import { type Results, keyOf, resultsOf } from '../../src/domain/manual-test.ts';
import { countResults } from '../../src/manual-tests/count-results.ts';
import { runsOf } from '../../src/domain/manual-test.ts';
import { makeBook, refreshBook } from '../../src/sheet/make-book.ts';
import type { BookPlan } from '../../src/sheet/plan-book.ts';
import { readBook } from '../../src/sheet/read-book.ts';
import { CANDIDATES, TESTS } from '../support/manual-tests/world.ts';
import {
  type OfficeBook,
  type SeenSheet,
  describeBook,
  fillBook,
  hasOffice,
  throughOffice,
} from '../support/sheet/office.ts';

// Without LibreOffice and openpyxl there is nothing to open the workbook with; CI installs both.
const inOffice = hasOffice ? describe : describe.skip;

const RESULTS: Results = resultsOf(
  runsOf(TESTS, 'rc1')
    .slice(0, 200)
    .map(({ id }, index) => ({
      candidate: 'rc1',
      run: id,
      result: (['pass', 'pass', 'fail', 'blocked', 'n/a'] as const)[index % 5],
      tester: 'mia',
      day: day('2026-02-03'),
    })),
);

const PLAN: BookPlan = { release: '1.2.0', candidates: CANDIDATES, tests: TESTS, results: RESULTS };

function sheetIn(sheets: readonly SeenSheet[], name: string): SeenSheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

inOffice('the workbook in other programs', () => {
  let made: Uint8Array;
  let filled: Uint8Array;
  let office: Readonly<Record<'made' | 'filled', OfficeBook>>;

  beforeAll(async () => {
    made = await makeBook(PLAN);
    filled = await fillBook(made, [
      { sheet: 'core', run: 'api-01', heading: 'rc2 result', value: 'pass' },
      { sheet: 'core', run: 'api-01', heading: 'rc2 day', value: '2026-02-10' },
      { sheet: 'web', run: 'console-01', heading: 'rc2 note', value: '=1+1' },
    ]);
    office = await throughOffice({ made, filled });
  }, 240_000);

  test('openpyxl sees lists, filter, frozen heading, colors, dates, and one formula for each number', async () => {
    const sheets = await describeBook(made);
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Summary', 'visible'],
      ['core', 'visible'],
      ['operations', 'visible'],
      ['web', 'visible'],
      ['relcomms', 'veryHidden'],
    ]);
    const core = sheetIn(sheets, 'core');
    expect(core).toMatchObject({ freeze: 'C2', filter: 'A1:W101', colors: 12, formulas: 0 });
    expect(core.lists).toEqual(
      ['I2:I101', 'N2:N101', 'S2:S101'].map((range) => [range, '"pass,fail,blocked,n/a"']),
    );
    expect(core.area).toContain('$A$1:$W$101');
    expect(core.dates).toBeGreaterThan(50);
    expect(sheetIn(sheets, 'Summary').formulas).toBe((3 + 3 * 3) * 7);
  });

  test('LibreOffice computes the counts, keeps lists and filter, and its own file brings the same results', async () => {
    const { saved, frozen } = office.made;
    const sheets = await describeBook(saved);
    const counts = countResults(runsOf(TESTS, 'rc1'), 'rc1', RESULTS);
    const [, total] = sheetIn(sheets, 'Summary').rows;
    expect(total?.slice(0, 8)).toEqual([
      'rc1',
      'all',
      counts.total,
      counts.pass,
      counts.fail,
      counts.blocked,
      counts['n/a'],
      counts.open,
    ]);
    const core = sheetIn(sheets, 'core');
    expect(frozen).toMatchObject({ Summary: [0, 1], core: [2, 1], operations: [2, 1], web: [2, 1] });
    expect(core.filter).toBe('A1:W101');
    expect(core.lists).toHaveLength(3);
    expect(core.colors).toBe(12);
    const [before, after] = [await readBook(made), await readBook(saved)];
    expect(after).toEqual(before);
  });

  test('cells that a tester fills with another program come back, and a later edition keeps what the tester added', async () => {
    const reading = await readBook(office.filled.saved);
    if (!reading.ok) throw new Error(reading.why);
    expect(reading.rows.get(keyOf({ candidate: 'rc2', run: 'api-01' }))).toMatchObject({
      result: 'pass',
      day: '2026-02-10',
    });
    expect(reading.unread).toMatchObject([{ sheet: 'web', why: 'it is a formula, not a value' }]);
    const keep = new Set(reading.unread.map(({ key }) => key));
    const sheets = await describeBook(await refreshBook(filled, { ...PLAN, results: reading.rows }, keep));
    const core = sheetIn(sheets, 'core');
    expect(core.rows[0]?.at(-1)).toBe('Browser');
    expect(core.rows[1]?.at(-1)).toBe('Firefox');
    expect(core.comments).toEqual([expect.stringContaining('the newest')]);
    expect(sheetIn(sheets, 'Notes of Mia').rows[0]?.[0]).toBe('remember');
    expect(core.lists).toHaveLength(3);
    expect(core.colors).toBe(12);
  });
});
