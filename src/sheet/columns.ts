// The columns of a sheet of tests: found by their headings, so that people may move them and add their own.
import { FIELDS, type Field, type TestRun } from '../domain/manual-test.ts';
import { type Sheet, type Value, valueAt } from './book.ts';

/** What a column holds: something about the test, or a field of a candidate. */
export type Column =
  | {
      readonly of: 'test';
      readonly heading: string;
      readonly width: number;
      readonly read: (run: TestRun) => Value;
    }
  | {
      readonly of: 'candidate';
      readonly heading: string;
      readonly width: number;
      readonly candidate: string;
      readonly field: Field;
    };

export const ID_HEADING = 'ID';
/** Says `removed` behind tests that are no longer listed. */
export const STATE_HEADING = 'State';
export const REMOVED = 'removed';
/** Fills the result of a candidate that does not need the test. */
export const NOT_NEEDED = '\u2013';

const WIDTHS: Readonly<Record<Field, number>> = { result: 11, tester: 16, day: 12, link: 24, note: 32 };

/** All columns of a new sheet, in their order. */
export function columnsFor(candidates: readonly string[]): readonly Column[] {
  return [
    ...TEST_COLUMNS,
    ...candidates.flatMap((candidate) => FIELDS.map((field) => fieldColumn(candidate, field))),
  ];
}

function testColumn(heading: string, width: number, read: (run: TestRun) => Value): Column {
  return { of: 'test', heading, width, read };
}

const TEST_COLUMNS: readonly Column[] = [
  testColumn(ID_HEADING, 20, ({ id }) => id),
  testColumn('Test', 34, ({ test }) => test.title),
  testColumn('Steps', 42, ({ test }) => stepsOf(test.steps)),
  testColumn('Expected', 30, ({ test }) => test.expected ?? null),
  testColumn('Team', 12, ({ test }) => test.team),
  testColumn('Platform', 11, ({ platform }) => platform ?? null),
  testColumn('Complexity', 12, ({ test }) => test.complexity),
  testColumn(STATE_HEADING, 9, () => null),
];

function stepsOf(steps: readonly string[]): string | null {
  if (steps.length === 0) return null;
  return steps.length === 1
    ? (steps[0] ?? null)
    : steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}

function fieldColumn(candidate: string, field: Field): Column {
  return { of: 'candidate', heading: headingOf(candidate, field), width: WIDTHS[field], candidate, field };
}

/** `rc1 result`. */
export function headingOf(candidate: string, field: Field): string {
  return `${candidate} ${field}`;
}

/** A sheet whose first rows hold our headings. */
export interface Headings {
  /** The row of the headings, from 0. */
  readonly row: number;
  readonly id: number;
  /** Columns by their heading in small letters. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns of fields, in the order of the sheet. */
  readonly fields: readonly { readonly candidate: string; readonly field: Field; readonly column: number }[];
}

/** People may put rows above the headings; further down there is no looking. */
const HIGHEST_ROWS = 20;

/** Where the headings are; undefined for a sheet that holds no tests, such as one that people added. */
export function findHeadings(sheet: Sheet): Headings | undefined {
  for (let row = 0; row < Math.min(HIGHEST_ROWS, sheet.rows.length); row++) {
    const headings = headingsIn(sheet, row);
    if (headings !== undefined) return headings;
  }
  return undefined;
}

function headingsIn(sheet: Sheet, row: number): Headings | undefined {
  const columns = new Map<string, number>();
  const cells = sheet.rows[row] ?? [];
  for (let column = 0; column < cells.length; column++) {
    const value = valueAt(sheet, row, column);
    const heading = typeof value === 'string' ? value.trim().toLowerCase() : '';
    // Of two columns with one heading the first counts: the other is a copy.
    if (heading !== '' && !columns.has(heading)) columns.set(heading, column);
  }
  const id = columns.get(ID_HEADING.toLowerCase());
  const fields = [...columns].flatMap(([heading, column]) => {
    const field = fieldOf(heading);
    return field === undefined ? [] : [{ ...field, column }];
  });
  if (id === undefined || fields.length === 0) return undefined;
  return { row, id, columns, fields };
}

function fieldOf(heading: string): { readonly candidate: string; readonly field: Field } | undefined {
  const [candidate, word, ...rest] = heading.split(/\s+/);
  const field = FIELDS.find((one) => one === word);
  return candidate === undefined || field === undefined || rest.length > 0 ? undefined : { candidate, field };
}
