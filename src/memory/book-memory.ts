// What the branch remembers of a workbook: which one was looked at last, and what of it was not taken over.
import type { BookCell, BookConflict, BookMemory } from '../domain/manual-book.ts';
import { FIELDS } from '../domain/manual-test.ts';

export const NO_BOOK_MEMORY: BookMemory = { conflicts: [], unread: [] };

/** One line of JSON for the workbook, and one for each cell. The same memory gives the same text. */
export function renderBookMemory({ workbook, shows, refused, conflicts, unread }: BookMemory): string {
  const cells = unread.map(({ sheet, cell, why, key, isGone }) => {
    return { sheet, cell, why, key, isGone };
  });
  const both = conflicts.map(({ candidate, run, field, before, other, isGone }) => {
    return { candidate, run, field, before, other, isGone };
  });
  return [{ workbook, shows, refused }, ...both, ...cells]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

/** Nothing where there is none, and where people changed it so that it can't be read: then the workbook is read again. */
export function readBookMemory(text: string | undefined): BookMemory {
  const [first, ...rest] = (text ?? '').split('\n').filter((line) => line !== '');
  const head = first === undefined ? undefined : lineOf(first);
  if (head === undefined) return NO_BOOK_MEMORY;
  const [workbook, shows, refused] = ['workbook', 'shows', 'refused'].map((name) => textIn(head, name));
  const conflicts: BookConflict[] = [];
  const unread: BookCell[] = [];
  for (const line of rest) {
    const fields = lineOf(line);
    const conflict = fields && conflictOf(fields);
    const cell = fields && cellOf(fields);
    if (conflict !== undefined) conflicts.push(conflict);
    else if (cell !== undefined) unread.push(cell);
    else return NO_BOOK_MEMORY;
  }
  return { workbook, shows, refused, conflicts, unread };
}

type Fields = Readonly<Record<string, unknown>>;

function lineOf(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

function conflictOf(fields: Fields): BookConflict | undefined {
  const [candidate, run, word, before, other] = ['candidate', 'run', 'field', 'before', 'other'].map((name) =>
    textIn(fields, name),
  );
  const field = FIELDS.find((one) => one === word);
  if (candidate === undefined || run === undefined || field === undefined) return undefined;
  return { candidate, run, field, before, other, ...goneIn(fields) };
}

function goneIn(fields: Fields): { readonly isGone?: true } {
  return fields['isGone'] === true ? { isGone: true } : {};
}

function cellOf(fields: Fields): BookCell | undefined {
  const [sheet, cell, why, key] = ['sheet', 'cell', 'why', 'key'].map((name) => textIn(fields, name));
  if (sheet === undefined || cell === undefined || why === undefined || key === undefined) return undefined;
  return { sheet, cell, why, key, ...goneIn(fields) };
}
