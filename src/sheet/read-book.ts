// Reads what people filled into a workbook: results, what could not be read, and what the workbook began with.
import { type Field, type ManualResult, type Results, keyOf } from '../domain/manual-test.ts';
import { LONGEST_FIELD, readField } from '../manual-tests/results-file.ts';
import { readBase } from './base-sheet.ts';
import { type Book, type Sheet, type Value, cellAt, lettersOf, readValues, valueAt } from './book.ts';
import { cellKey } from './cell-key.ts';
import { refuseBook } from './check-archive.ts';
import { type Headings, NOT_NEEDED, REMOVED, STATE_HEADING, findHeadings } from './columns.ts';

/** A cell that was not taken over. Its text came from people: unescaped. */
export interface UnreadCell {
  readonly sheet: string;
  /** `I7` */
  readonly cell: string;
  readonly why: string;
  /** Names the cell for `refreshBook`, which leaves it as it is. */
  readonly key: string;
}

export type BookReading =
  | { readonly ok: false; readonly why: string }
  | {
      readonly ok: true;
      /** Version of the release that the workbook was made for; undefined when it does not say. */
      readonly release: string | undefined;
      readonly base: Results | undefined;
      readonly rows: Results;
      readonly unread: readonly UnreadCell[];
    };

/** Never throws, whatever the bytes are. */
export async function readBook(bytes: Uint8Array): Promise<BookReading> {
  const refused = await refuseBook(bytes);
  if (refused !== undefined) return { ok: false, why: refused };
  let book: Book;
  try {
    book = await readValues(bytes);
  } catch {
    return { ok: false, why: 'The workbook could not be read. Save it again as .xlsx.' };
  }
  const base = readBase(book.sheets);
  const reading: Reading = { base: base?.results, rows: new Map(), unread: [] };
  let isOurs = false;
  for (const sheet of book.sheets) {
    const headings = findHeadings(sheet);
    if (headings === undefined) continue;
    isOurs = true;
    readSheet(sheet, headings, reading);
  }
  if (!isOurs)
    return {
      ok: false,
      why: 'No sheet has the headings "ID" and, for example, "rc1 result". Use an exported workbook.',
    };
  return {
    ok: true,
    release: base?.release,
    base: base?.results,
    rows: reading.rows,
    unread: reading.unread,
  };
}

interface Reading {
  readonly base: Results | undefined;
  readonly rows: Map<string, ManualResult>;
  readonly unread: UnreadCell[];
}

function readSheet(sheet: Sheet, headings: Headings, reading: Reading): void {
  const state = headings.columns.get(STATE_HEADING.toLowerCase());
  const groups = byCandidate(headings);
  for (let row = headings.row + 1; row < sheet.rows.length; row++) {
    const id = valueAt(sheet, row, headings.id);
    const run = typeof id === 'string' ? id.trim() : '';
    // An id has no space; a row of people's own may have any text there.
    if (run === '' || /\s/.test(run)) continue;
    if (state !== undefined && valueAt(sheet, row, state) === REMOVED) continue;
    readRow(sheet, row, { run, id: headings.id, groups, reading });
  }
}

/** The columns of each candidate. */
type Groups = ReadonlyMap<string, Headings['fields']>;

function byCandidate({ fields }: Headings): Groups {
  const candidates = [...new Set(fields.map(({ candidate }) => candidate))];
  return new Map(candidates.map((one) => [one, fields.filter(({ candidate }) => candidate === one)]));
}

interface Row {
  readonly run: string;
  /** The column of the ids. */
  readonly id: number;
  readonly groups: Groups;
  readonly reading: Reading;
}

function readRow(sheet: Sheet, row: number, { run, id, groups, reading }: Row): void {
  for (const [candidate, cells] of groups) {
    const key = keyOf({ candidate, run });
    const before = reading.base?.get(key);
    // A field whose column is gone, or whose cell can't be read, says nothing: it stays as it began.
    let read: ManualResult = before ?? { candidate, run };
    for (const { field, column } of cells) {
      const found = readCell(sheet, row, column, field);
      if ('why' in found)
        reading.unread.push(unreadCell(sheet, { row, column }, found.why, cellKey(candidate, run, field)));
      else read = { ...read, [field]: found.value };
    }
    const earlier = reading.rows.get(key);
    if (earlier === undefined) reading.rows.set(key, read);
    else if (!isSameRow(earlier, read))
      reading.unread.push(
        unreadCell(
          sheet,
          { row, column: id },
          'the test is in two rows; the first one counts',
          cellKey(candidate, run, 'result'),
        ),
      );
  }
}

function isSameRow(a: ManualResult, b: ManualResult): boolean {
  return (
    a.result === b.result &&
    a.tester === b.tester &&
    a.day === b.day &&
    a.link === b.link &&
    a.note === b.note
  );
}

function unreadCell(
  sheet: Sheet,
  at: { readonly row: number; readonly column: number },
  why: string,
  key: string,
): UnreadCell {
  return { sheet: sheet.name, cell: `${lettersOf(at.column)}${at.row + 1}`, why, key };
}

type CellReading = { readonly value: string | undefined } | { readonly why: string };

function readCell(sheet: Sheet, row: number, column: number, field: Field): CellReading {
  if (cellAt(sheet, row, column)?.formula !== undefined) return { why: 'it is a formula, not a value' };
  const text = textOf(valueAt(sheet, row, column));
  if (text === '' || (field === 'result' && text === NOT_NEEDED)) return { value: undefined };
  const value = readField(field, text);
  return value === undefined ? { why: WHY[field] } : { value };
}

const WHY: Readonly<Record<Field, string>> = {
  result: 'it is not pass, fail, blocked, or n/a',
  tester: 'it is not a GitHub login',
  day: 'it is not a date; write it as 2026-02-03',
  link: 'it is not a link that begins with https://',
  note: `it is longer than ${LONGEST_FIELD} characters`,
};

function textOf(value: Value): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '?' : value.toISOString().slice(0, 10);
  return String(value).trim();
}
