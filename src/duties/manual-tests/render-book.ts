// The words of the workbook: where it is, and which of its cells were not taken over.
import type { BookCell, BookConflict, BookMemory } from '../../domain/manual-book.ts';
import type { Known } from '../../domain/known.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../text/escape-markdown.ts';
import { andMore } from '../../text/more-words.ts';
import { countWords } from '../../text/words.ts';
import { BOOK_FILE } from '../../domain/manual-book.ts';

/** Cells of one kind in a list. */
const MOST = 10;

/** Characters of a value from outside. */
const LONGEST = 60;

/** Plain text, escaped where it is shown. */
export const bookWords = {
  notRead: () => 'this run did not read it',
  moved: () => 'it changed while it was read',
  what: (version: string) => `The workbook of manual tests of ${version}`,
  otherRelease: (release: string, version: string) =>
    `It is the workbook of ${release}, not of ${version}. Put back the right one.`,
  tooManyCells: (most: number) =>
    `More than ${most.toLocaleString('en')} of its cells can't be taken over. Check that it is the right file, and correct its results.`,
  tests: (url: string) => `You can also fill in the workbook: ${markdownLink(BOOK_FILE, url)}.`,
};

interface Shown {
  readonly oid: string | undefined;
  readonly url: string;
  readonly memory: BookMemory;
}

/** Markdown; empty while there is no workbook. */
export function renderBook(book: Known<Shown>): string {
  if (!book.known) return `**The workbook could not be read:** ${escapeMarkdown(book.why)}`;
  const { oid, url, memory } = book.value;
  const { refused, conflicts, unread } = memory;
  const lines = [...listOf(conflicts, conflictLine), ...listOf(unread, unreadLine)];
  if (oid === undefined && lines.length === 0 && refused === undefined) return '';
  const link = markdownLink(BOOK_FILE, url);
  const parts = [
    ...(oid === undefined || refused !== undefined
      ? []
      : [`Fill in the workbook ${link} and push or upload it to the same place.`]),
    ...(refused === undefined || oid === undefined
      ? []
      : [`**The workbook ${link} is not read:** ${escapeMarkdown(cut(refused, 300))}`]),
    ...(lines.length === 0
      ? []
      : [`${headOf(conflicts, unread)}\n\n${lines.map((line) => `- ${line}`).join('\n')}`]),
  ];
  return parts.join('\n\n');
}

function listOf<T>(all: readonly T[], words: (one: T) => string): string[] {
  return [...all.slice(0, MOST).map(words), ...andMore(all.length - MOST, REST)];
}

const REST = 'correct these, and the next run names the rest';

function headOf(conflicts: readonly BookConflict[], unread: readonly BookCell[]): string {
  const parts = [
    ...(conflicts.length === 0 ? [] : [`${countWords(conflicts.length, 'cell')} changed in both places`]),
    ...(unread.length === 0 ? [] : [`${countWords(unread.length, 'cell')} can't be read`]),
  ];
  return `**${parts.join(', ')}.** The results keep their value, the workbook keeps its own. Make both the same:`;
}

function conflictLine({ candidate, run, field, other, isGone }: BookConflict): string {
  const where = isGone === true ? 'an earlier edition of the workbook' : 'the workbook';
  return `${codeSpan(run)} in ${escapeMarkdown(candidate)}, ${field}: ${where} says ${valueOf(other)}`;
}

function unreadLine({ sheet, cell, why, key, isGone }: BookCell): string {
  const reason = escapeMarkdown(cut(why, 300));
  if (key === '') return `an earlier edition by ${escapeMarkdown(cut(sheet))}: ${reason}`;
  const [, run = ''] = key.split(' ');
  return `${codeSpan(run)} in cell ${codeSpan(`${cut(sheet)}!${cut(cell)}`)}${isGone === true ? ' of an earlier edition' : ''}: ${reason}`;
}

function valueOf(text: string | undefined): string {
  return text === undefined ? 'nothing' : `“${escapeMarkdown(cut(text))}”`;
}

function cut(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
