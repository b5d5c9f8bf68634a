// Takes the editions of a workbook into the results, one after the other, and remembers what was not taken over.
import type {
  BookCell,
  BookChange,
  BookConflict,
  BookContent,
  BookMemory,
} from '../../domain/manual-book.ts';
import { FIELDS, type Results, keyOf, resultsOf } from '../../domain/manual-test.ts';
import { mergeResults } from '../../manual-tests/merge-results.ts';
import { readField } from '../../manual-tests/results-file.ts';
import { bookWords } from './render-book.ts';

/** Cells of a workbook that may be in conflict or unreadable; with more it is another workbook than this one. */
const MOST_CELLS = 2000;

/** Oldest first. */
export function takeEditions(start: Taking, editions: readonly BookChange[], listed: Listed): Taking {
  return settle(
    editions.reduce((before, edition) => takeChange(gone(before, before !== start), edition, listed), start),
    listed,
  );
}

/** Where the results went back to what both began with, the workbook counts. */
function settle({ results, memory }: Taking, { keys }: Listed): Taking {
  const after = new Map(results);
  for (const conflict of memory.conflicts) {
    const { candidate, run, field, before, other } = conflict;
    const row = after.get(keyOf(conflict));
    // People can edit what is remembered.
    const isValue = other === undefined || readField(field, other) === other;
    if (row?.[field] !== before || !isValue || !keys.has(keyOf(conflict))) continue;
    const filled = { candidate, run, ...row, [field]: other };
    if (FIELDS.some((one) => filled[one] !== undefined)) after.set(keyOf(conflict), filled);
    else after.delete(keyOf(conflict));
  }
  return { results: after, memory };
}

export interface Taking {
  readonly results: Results;
  readonly memory: BookMemory;
  /** Whose edition it was. */
  readonly by?: string | undefined;
}

/** What is left of an edition that a later one replaced. */
function gone(taking: Taking, isEdition: boolean): Taking {
  const { refused, conflicts, unread } = taking.memory;
  const isGone = true;
  const whole =
    refused === undefined || !isEdition
      ? []
      : [{ sheet: taking.by ?? '?', cell: '', why: refused, key: '', isGone } as const];
  const before = isEdition ? unread : [];
  const cells = [...before.map((one) => ({ ...one, isGone }) as const), ...whole];
  return { ...taking, memory: { conflicts: conflicts.map((one) => ({ ...one, isGone })), unread: cells } };
}

export interface Listed {
  readonly version: string;
  /** Of all runs in all candidates. */
  readonly keys: ReadonlySet<string>;
}

function takeChange(before: Taking, { oid, by, reading }: BookChange, listed: Listed): Taking {
  const { memory: earlier } = before;
  const refused = (why: string): Taking => {
    return { ...before, memory: { ...earlier, workbook: oid, refused: why }, by };
  };
  if (!reading.ok) return refused(reading.why);
  const { release, base, unread: cells } = reading;
  if (release !== undefined && release !== listed.version)
    return refused(bookWords.otherRelease(release, listed.version));
  const theirs = rowsIn(reading, listed);
  const merged = mergeResults({
    base: base && resultsOf(base),
    ours: before.results,
    theirs,
  });
  const unread = cells.filter(({ key }) => listed.keys.has(rowOf(key)));
  const all = [merged.conflicts, unread, earlier.conflicts, earlier.unread];
  if (all.reduce((sum, { length }) => sum + length, 0) > MOST_CELLS)
    return refused(bookWords.tooManyCells(MOST_CELLS));
  const began = base === undefined ? undefined : resultsOf(base);
  const conflicts = merged.conflicts.map(({ candidate, run, field, other }) => {
    return { candidate, run, field, before: began?.get(keyOf({ candidate, run }))?.[field], other };
  });
  const memory = {
    workbook: oid,
    conflicts: [
      ...earlier.conflicts.filter((one) => isStillOpen(one, conflicts, theirs, merged.results)),
      ...conflicts,
    ],
    unread: [...earlier.unread.filter((one) => isStillUnread(one, unread, merged.results)), ...unread],
  };
  return { results: merged.results, memory, by };
}

/** Neither named now, nor does this edition say what the results say. */
function isStillOpen(
  conflict: BookConflict,
  now: readonly BookConflict[],
  theirs: Results,
  results: Results,
): boolean {
  const [said, kept] = [theirs, results].map((all) => all.get(keyOf(conflict))?.[conflict.field]);
  return said !== kept && !now.some((one) => isSameCell(one, conflict));
}

function isSameCell(a: BookConflict, b: BookConflict): boolean {
  return keyOf(a) === keyOf(b) && a.field === b.field;
}

/** A cell of an earlier edition that nobody has filled in otherwise since. */
function isStillUnread({ key }: BookCell, now: readonly BookCell[], results: Results): boolean {
  const field = FIELDS.find((one) => key.endsWith(` ${one}`));
  const filled = field === undefined ? undefined : results.get(rowOf(key))?.[field];
  return filled === undefined && !now.some((one) => one.key === key);
}

function rowsIn({ rows }: Extract<BookContent, { readonly ok: true }>, { keys }: Listed): Results {
  return resultsOf(rows.filter((row) => keys.has(keyOf(row))));
}

/** `rc1 api-1 result` is a cell of `rc1 api-1`. */
function rowOf(key: string): string {
  return key.slice(0, key.lastIndexOf(' '));
}
