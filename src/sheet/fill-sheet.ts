// Brings the sheet of one component up to date: our cells change, everything that people added stays.
import { type Field, type TestRun, keyOf } from '../domain/manual-test.ts';
import { parseDay } from '../domain/day.ts';
import { type Sheet, type Value, cellAt, setCell, setValue, valueAt, widthOf } from './book.ts';
import { cellKey } from './cell-key.ts';
import {
  type Column,
  type Headings,
  ID_HEADING,
  NOT_NEEDED,
  REMOVED,
  STATE_HEADING,
  columnsFor,
  findHeadings,
} from './columns.ts';
import { formatSheet } from './format-sheet.ts';
import { type BookPlan, needs } from './plan-book.ts';
import { DAY, FAINT, GONE, HEADING, TEXT } from './styles.ts';

export interface Filling {
  readonly plan: BookPlan;
  readonly runs: readonly TestRun[];
  /** Ids of runs that an earlier version of the workbook listed. */
  readonly listed: ReadonlySet<string>;
  /** Cells that stay as people left them, by `cellKey`. */
  readonly keep: ReadonlySet<string>;
}

/** Changes the sheet in place. */
export function fillSheet(sheet: Sheet, filling: Filling): void {
  const { plan, runs, listed } = filling;
  const headings = withHeadings(sheet, columnsFor(plan.candidates));
  const columns = placesOf(columnsFor(plan.candidates), headings);
  const rows = rowsById(sheet, headings);
  const wanted = new Set(runs.map(({ id }) => id));
  for (const [id, row] of rows) if (!wanted.has(id) && listed.has(id)) markRemoved(sheet, headings, row);
  let next = lastRow(sheet, headings) + 1;
  for (const run of runs) {
    const row = rows.get(run.id);
    fillRow(sheet, row ?? next, { ...filling, columns, run, isNew: row === undefined });
    if (row !== undefined) continue;
    sheet.rowDefs ??= new Map();
    sheet.rowDefs.set(next, { height: heightOf(run) });
    next++;
  }
  formatSheet(sheet, headings, {
    last: Math.max(lastRow(sheet, headings), headings.row + 1),
    candidates: plan.candidates,
  });
}

const OF_A_TEST = columnsFor([]);

/** Points of a line of text in a cell. */
const LINE = 15;

/** Programs don't all make rows high enough for their texts. */
function heightOf(run: TestRun): number {
  const lines = OF_A_TEST.map(({ width, ...column }) => {
    const value = column.of === 'test' ? column.read(run) : null;
    return typeof value === 'string' ? linesIn(value, width) : 1;
  });
  return Math.min(MOST_LINES, Math.max(...lines)) * LINE;
}

/** A row of more than this is scrolled in, not read. */
const MOST_LINES = 20;

function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}

/** Writes the headings that are not there, to the right of everything. */
function withHeadings(sheet: Sheet, columns: readonly Column[]): Headings {
  const found = findHeadings(sheet);
  const row = found?.row ?? 0;
  const isThere = (heading: string) => found?.columns.has(heading.toLowerCase()) === true;
  let next = found === undefined ? 0 : widthOf(sheet);
  for (const column of columns.filter(({ heading }) => !isThere(heading))) {
    setCell(sheet, row, next, { value: column.heading, style: HEADING });
    sheet.columns ??= [];
    while (sheet.columns.length <= next) sheet.columns.push({});
    const style = column.of === 'candidate' && column.field === 'day' ? DAY : TEXT;
    sheet.columns[next] = { ...sheet.columns[next], width: column.width, style };
    next++;
  }
  const now = findHeadings(sheet);
  if (now === undefined) throw new Error('The headings that were written are not found.');
  return now;
}

/** The first row of each id; a second one is a copy that people made. */
export function rowsById(sheet: Sheet, { row: heading, id }: Headings): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = heading + 1; row < sheet.rows.length; row++) {
    const value = valueAt(sheet, row, id);
    const written = typeof value === 'string' ? value.trim() : '';
    if (written !== '' && !rows.has(written)) rows.set(written, row);
  }
  return rows;
}

/** The last row with anything in it. */
function lastRow(sheet: Sheet, { row: heading }: Headings): number {
  for (let row = sheet.rows.length - 1; row > heading; row--)
    if ((sheet.rows[row] ?? []).some((value) => value !== null && value !== '')) return row;
  return heading;
}

function markRemoved(sheet: Sheet, headings: Headings, row: number): void {
  const state = headings.columns.get(STATE_HEADING.toLowerCase());
  if (state === undefined || valueAt(sheet, row, state) === REMOVED) return;
  setCell(sheet, row, state, { value: REMOVED, style: FAINT });
  const title = headings.columns.get('test');
  if (title !== undefined) setCell(sheet, row, title, { value: valueAt(sheet, row, title), style: GONE });
}

/** Our columns, each with its place in the sheet, from 0. */
type Places = readonly (readonly [Column, number])[];

function placesOf(columns: readonly Column[], headings: Headings): Places {
  return columns.flatMap((column) => {
    const at = headings.columns.get(column.heading.toLowerCase());
    return at === undefined ? [] : [[column, at] as const];
  });
}

interface RowFilling extends Filling {
  readonly columns: Places;
  readonly run: TestRun;
  readonly isNew: boolean;
}

function fillRow(sheet: Sheet, row: number, filling: RowFilling): void {
  const { plan, columns, run, isNew, keep } = filling;
  for (const [column, at] of columns) {
    if (column.of === 'test') fillTest(sheet, row, at, { column, run, isNew });
    else if (!keep.has(cellKey(column.candidate, run.id, column.field)))
      fillField(sheet, row, at, { value: wantedValue(plan, run, column), field: column.field, isNew });
  }
}

interface TestCell {
  readonly column: Extract<Column, { readonly of: 'test' }>;
  readonly run: TestRun;
  readonly isNew: boolean;
}

function fillTest(sheet: Sheet, row: number, at: number, { column, run, isNew }: TestCell): void {
  const value = column.read(run);
  const before = valueAt(sheet, row, at);
  if (isNew) setValue(sheet, row, at, value);
  else if (column.heading === ID_HEADING) return;
  else if (column.heading === STATE_HEADING) bringBack(sheet, row, at, before);
  else if (!isSame(before, value)) setValue(sheet, row, at, value);
}

/** A test that is listed again. */
function bringBack(sheet: Sheet, row: number, at: number, before: Value): void {
  if (before === REMOVED) setValue(sheet, row, at, null);
}

interface FieldCell {
  readonly value: Value;
  readonly field: Field;
  readonly isNew: boolean;
}

function fillField(sheet: Sheet, row: number, at: number, { value, field, isNew }: FieldCell): void {
  const isPlain = cellAt(sheet, row, at)?.style?.numFmt === undefined;
  if (value === NOT_NEEDED) setCell(sheet, row, at, { value, style: FAINT });
  else if (field === 'day' && value !== null && !isNew && isPlain)
    setCell(sheet, row, at, { value, style: DAY });
  else if (isNew || !isSame(valueAt(sheet, row, at), value)) setValue(sheet, row, at, value);
}

function wantedValue(
  plan: BookPlan,
  run: TestRun,
  { candidate, field }: Extract<Column, { readonly of: 'candidate' }>,
): Value {
  if (!needs(run, candidate)) return field === 'result' ? NOT_NEEDED : null;
  const written = plan.results.get(keyOf({ candidate, run: run.id }))?.[field];
  if (field !== 'day') return written ?? null;
  const day = written === undefined ? undefined : parseDay(written);
  return day === undefined ? null : new Date(`${day}T00:00:00Z`);
}

function isSame(a: Value, b: Value): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return a === b || ((a === null || a === '') && (b === null || b === ''));
}
