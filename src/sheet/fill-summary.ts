// The first sheet: how far every component is in every candidate, by formula, so that it is right while people work.
import { type Counts, countResults } from '../manual-tests/count-results.ts';
import { type CellStyle, type Sheet, lettersOf, setCell } from './book.ts';
import { ID_HEADING, type Headings, NOT_NEEDED, REMOVED, STATE_HEADING, headingOf } from './columns.ts';
import { type BookPlan, needs } from './plan-book.ts';
import type { TestRun } from '../domain/manual-test.ts';
import { HEADING, NUMBER_HEADING, PLAIN, SHARE, TOTAL, TOTAL_SHARE } from './styles.ts';

const HEADINGS = ['Candidate', 'Component', 'Tests', 'Pass', 'Fail', 'Blocked', 'N/A', 'Open', 'Done'];
const WIDTHS = [14, 28, 9, 9, 9, 9, 9, 9, 9];
const RESULTS = ['pass', 'fail', 'blocked', 'n/a'] as const;

/** A sheet of tests, for the formulas that count in it. */
export interface Counted {
  readonly component: string;
  readonly name: string;
  readonly headings: Headings;
  /** The last row with a test, from 0. */
  readonly last: number;
  readonly runs: readonly TestRun[];
}

/** Changes the sheet in place: the table at its top left, nothing else. */
export function fillSummary(sheet: Sheet, plan: BookPlan, sheets: readonly Counted[]): void {
  for (const [column, heading] of HEADINGS.entries())
    setCell(sheet, 0, column, { value: heading, style: column < 2 ? HEADING : NUMBER_HEADING });
  sheet.columns ??= WIDTHS.map((width) => ({ width }));
  sheet.freezePane ??= { rows: 1 };
  sheet.pageSetup = {
    orientation: 'landscape',
    paperSize: 'a4',
    ...sheet.pageSetup,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
  let row = 1;
  // Totals come first: components that are added later don't move them.
  for (const candidate of plan.candidates) {
    const first = totalsEnd(plan) + indexOfBlock(plan, candidate, sheets.length);
    fillTotal(sheet, row, {
      candidate,
      first,
      last: first + sheets.length - 1,
      counts: countedIn(plan, candidate, sheets),
    });
    row++;
  }
  for (const candidate of plan.candidates)
    for (const one of sheets) {
      fillComponent(sheet, row, candidate, one, countedIn(plan, candidate, [one]));
      row++;
    }
}

/** The first row below the totals, from 1 as formulas count. */
function totalsEnd({ candidates }: BookPlan): number {
  return candidates.length + 2;
}

function indexOfBlock({ candidates }: BookPlan, candidate: string, size: number): number {
  return candidates.indexOf(candidate) * size;
}

/** What the formulas give, for programs that show a workbook without computing it. */
function countedIn(plan: BookPlan, candidate: string, sheets: readonly Counted[]): Counts {
  const runs = sheets.flatMap((one) => one.runs).filter((run) => needs(run, candidate));
  return countResults(runs, candidate, plan.results);
}

interface Total {
  readonly candidate: string;
  /** First and last row of the components, from 1. */
  readonly first: number;
  readonly last: number;
  readonly counts: Counts;
}

function fillTotal(sheet: Sheet, row: number, { candidate, first, last, counts }: Total): void {
  setCell(sheet, row, 0, { value: candidate, style: TOTAL });
  setCell(sheet, row, 1, { value: 'all', style: TOTAL });
  for (const [index, count] of numbersOf(counts).entries()) {
    const letters = lettersOf(index + 2);
    const formula = last < first ? '0' : `SUM(${letters}${first}:${letters}${last})`;
    setCell(sheet, row, index + 2, { value: null, formula, formulaResult: count, style: TOTAL });
  }
  fillShare(sheet, row, counts, TOTAL_SHARE);
}

function fillComponent(sheet: Sheet, row: number, candidate: string, counted: Counted, counts: Counts): void {
  setCell(sheet, row, 0, { value: candidate, style: PLAIN });
  setCell(sheet, row, 1, { value: counted.component, style: PLAIN });
  for (const [index, formula] of formulasOf(counted, candidate).entries())
    setCell(sheet, row, index + 2, {
      value: null,
      formula,
      formulaResult: numbersOf(counts)[index] ?? 0,
      style: PLAIN,
    });
  fillShare(sheet, row, counts, SHARE);
}

function numbersOf(counts: Counts): readonly number[] {
  return [counts.total, counts.pass, counts.fail, counts.blocked, counts['n/a'], counts.open];
}

function fillShare(sheet: Sheet, row: number, { total, open }: Counts, style: CellStyle): void {
  const at = row + 1;
  setCell(sheet, row, 8, {
    value: null,
    formula: `IF(C${at}=0,1,(C${at}-H${at})/C${at})`,
    formulaResult: total === 0 ? 1 : (total - open) / total,
    style,
  });
}

/** A row counts where it has an id, is not removed, and is needed in the candidate. */
function formulasOf({ name, headings, last }: Counted, candidate: string): readonly string[] {
  const range = (heading: string) => {
    const column = headings.columns.get(heading.toLowerCase());
    if (column === undefined) return undefined;
    const letters = lettersOf(column);
    return `'${name}'!$${letters}$${headings.row + 2}:$${letters}$${last + 1}`;
  };
  const [ids, state, result] = [
    range(ID_HEADING),
    range(STATE_HEADING),
    range(headingOf(candidate, 'result')),
  ];
  const listed = [`${ids},"?*"`, ...(state === undefined ? [] : [`${state},"<>${REMOVED}"`])].join(',');
  if (result === undefined) return [`COUNTIFS(${listed})`, '0', '0', '0', '0', `COUNTIFS(${listed})`];
  const needed = `${listed},${result},"<>${NOT_NEEDED}"`;
  const done = RESULTS.map((one) => `COUNTIFS(${listed},${result},"${one}")`);
  return [`COUNTIFS(${needed})`, ...done, `COUNTIFS(${needed})-${done.join('-')}`];
}
