// The only door to the library of workbooks (xlsx): writes a new one, opens one that people changed, and saves it.
import type { Cell, CellValue, Sheet, Workbook } from 'hucre';

export type { Cell, CellStyle, ConditionalRule, DataValidation, Sheet } from 'hucre';

/** An opened workbook; parts that are not known here (charts, comments, own sheets) stay in it. */
export type Book = Workbook;

/** What a cell holds; a date is the UTC midnight of its day. */
export type Value = CellValue;

interface NewBook extends Pick<Book, 'sheets' | 'namedRanges'> {
  readonly title: string;
}

/** The workbook as bytes. The same sheets give the same bytes. */
export async function writeBook(book: NewBook): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const { sheets, namedRanges, title } = book;
  // A file that says when it was made would be another one on every day.
  const properties = { title, creator: 'relcomms', created: new Date(0), modified: new Date(0) };
  // A new workbook has neither, and they are written another way than they are read.
  const plain = sheets.map(({ charts: _charts, pivotTables: _pivots, ...sheet }) => sheet);
  return await writeXlsx({
    sheets: plain,
    properties,
    ...(namedRanges === undefined ? {} : { namedRanges }),
  });
}

/** Reads values and formulas of a workbook whose archive was checked, without how it looks; it can't be saved again. */
export async function readValues(bytes: Uint8Array): Promise<Book> {
  const { readXlsx } = await import('hucre/xlsx');
  return await readXlsx(bytes);
}

/** Opens a workbook whose archive was checked; `check-archive.ts` does that. Throws for what is no workbook. */
export async function openBook(bytes: Uint8Array): Promise<Book> {
  const { openXlsx } = await import('hucre/xlsx');
  return await openXlsx(bytes, { readStyles: true });
}

/** The same workbook with its changes; everything else of it is kept. */
export async function saveBook(book: Book): Promise<Uint8Array> {
  const { saveXlsx } = await import('hucre/xlsx');
  return await saveXlsx(book);
}

/** The cell in all its parts; undefined for one without any format, formula, or comment. Counts from 0. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.cells?.get(`${row},${column}`);
}

export function valueAt(sheet: Sheet, row: number, column: number): Value {
  return sheet.rows[row]?.[column] ?? null;
}

/** Puts a value into a cell and leaves its colors and comments; a formula in it goes. */
export function setValue(sheet: Sheet, row: number, column: number, value: Value): void {
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const cells = sheet.rows[row] ?? [];
  while (cells.length <= column) cells.push(null);
  cells[column] = value;
  const cell = cellAt(sheet, row, column);
  if (cell === undefined) return;
  const { formula: _, formulaResult: _result, formulaType: _type, formulaRef: _ref, ...rest } = cell;
  sheet.cells?.set(`${row},${column}`, { ...rest, value, type: typeOf(value) });
}

/** Gives a cell a format, a formula, or both, in place of what it has. */
export function setCell(sheet: Sheet, row: number, column: number, cell: Partial<Cell>): void {
  setValue(sheet, row, column, cell.value ?? null);
  sheet.cells ??= new Map();
  const before = cellAt(sheet, row, column);
  const value = cell.value ?? null;
  sheet.cells.set(`${row},${column}`, { ...before, value, type: typeOf(value), ...cell });
}

function typeOf(value: Value): Cell['type'] {
  if (value === null) return 'empty';
  if (value instanceof Date) return 'date';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

/** The most columns that a row of the sheet has. */
export function widthOf({ rows }: Sheet): number {
  return rows.reduce((most, cells) => Math.max(most, cells.length), 0);
}

/** `$A$1:$D$9`, of `A1:D9`. */
export function absoluteRange(range: string): string {
  return range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** `A`, `B`, … `AA`: the letters of a column that counts from 0. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCodePoint(65 + (column % 26));
  return rest === 0 ? letter : `${lettersOf(rest - 1)}${letter}`;
}
