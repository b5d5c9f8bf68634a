// The file that keeps the results of manual tests: one line of JSON for each filled row, in a fixed order.
import { parseDay } from '../domain/day.ts';
import { isLogin } from '../domain/login.ts';
import { FIELDS, type ManualResult, RESULTS, type Results, resultsOf } from '../domain/manual-test.ts';
import { sortedRows } from './merge-results.ts';

/** Largest file that is read, in bytes. 20,000 rows with a note each have 5 MB. */
const MAX_BYTES = 20_000_000;

/** Longest text of a field, in characters. */
export const LONGEST_FIELD = 1000;

export interface ReadResults {
  readonly results: Results;
  /** Numbers of lines that are no result; they are kept as they are by nobody, so a reader has to say so. */
  readonly unread: readonly number[];
}

/** The text of the file. The same results give the same bytes, whatever order they came in. */
export function renderResults(results: Results): string {
  return sortedRows(results)
    .map((row) => `${JSON.stringify(ordered(row))}\n`)
    .join('');
}

function ordered({ candidate, run, ...fields }: ManualResult): Record<string, string> {
  const filled = FIELDS.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]]));
  return { candidate, run, ...(Object.fromEntries(filled) as Record<string, string>) };
}

/** Reads the file; undefined when it is too large to be one of ours. */
export function readResults(text: string): ReadResults | undefined {
  if (text.length > MAX_BYTES) return undefined;
  const rows: ManualResult[] = [];
  const unread: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = readRow(line);
    if (row === undefined) unread.push(index + 1);
    else rows.push(row);
  }
  return { results: resultsOf(rows), unread };
}

/** `api-1`, `api-1@linux`, `rc1`, `beta.1`: what ids can hold. */
const ID = /^[a-z0-9][a-z0-9.-]{0,200}(@[\w.-]{1,60})?$/i;

function readRow(line: string): ManualResult | undefined {
  const value = parsed(line);
  if (value === undefined) return undefined;
  const { candidate, run } = value;
  if (typeof candidate !== 'string' || typeof run !== 'string') return undefined;
  if (!ID.test(candidate) || !ID.test(run)) return undefined;
  const fields: Record<string, string> = {};
  for (const field of FIELDS) {
    const written = value[field];
    if (written === undefined) continue;
    const read = typeof written === 'string' ? readField(field, written) : undefined;
    if (read === undefined) return undefined;
    fields[field] = read;
  }
  return { candidate, run, ...fields };
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The value of a field as it is kept; undefined for what is none. */
export function readField(field: (typeof FIELDS)[number], written: string): string | undefined {
  const text = written.trim();
  if (text === '' || text.length > LONGEST_FIELD) return undefined;
  if (field === 'result') return RESULTS.find((result) => result === text.toLowerCase());
  if (field === 'day') return parseDay(text);
  if (field === 'tester') return readTester(text);
  if (field === 'link') return isLink(text) ? text : undefined;
  return text;
}

/** GitHub does not tell logins apart by case. */
function readTester(text: string): string | undefined {
  const login = text.replace(/^@/, '').toLowerCase();
  return isLogin(login) ? login : undefined;
}

function isLink(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text)) return false;
  return URL.canParse(text);
}
