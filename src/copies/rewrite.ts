// Another day in the form in which one is written: only the characters that change with it.
import { type Day, addDays, weekdayOf } from '../domain/day.ts';
import { monthLike, ordinalOf, weekdayLike } from './month-words.ts';
import type { Piece, WrittenDay } from './written-day.ts';

/** Characters of a text, and what takes their place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits that write another day; none where it is the same. `isLong`: the text writes months in full. */
export function rewriteDay(text: string, written: WrittenDay, to: Day, isLong: boolean): Edit[] {
  const long =
    isLong || written.pieces.some((piece) => piece.kind === 'weekday' && /day$/i.test(wordOf(text, piece)));
  return written.pieces
    .map((piece) => ({
      start: piece.start,
      end: piece.end,
      text: valueOf(piece, wordOf(text, piece), to, long),
    }))
    .filter((edit) => edit.text !== text.slice(edit.start, edit.end));
}

function wordOf(text: string, { start, end }: Piece): string {
  return text.slice(start, end);
}

function valueOf({ kind }: Piece, word: string, to: Day, isLong: boolean): string {
  switch (kind) {
    case 'weekday':
      return weekdayLike(weekdayOf(to), word);
    case 'month':
      return monthLike(to, word, isLong);
    case 'year':
      return to.slice(0, 4);
    case 'day':
      return numberLike(to, word);
    case 'iso':
      return word.includes('/') ? to.replaceAll('-', '/') : to;
    case 'basic':
      return to.replaceAll('-', '');
    case 'behind':
      return addDays(to, 1).replaceAll('-', '');
  }
}

/** With the nought in front and the letters behind that the other has. */
function numberLike(to: Day, word: string): string {
  const number = Number(to.slice(8));
  const digits = word.startsWith('0') ? to.slice(8) : String(number);
  const letters = /[a-z]+$/i.exec(word)?.[0];
  if (letters === undefined) return digits;
  const ordinal = ordinalOf(number);
  return `${digits}${letters === letters.toUpperCase() ? ordinal.toUpperCase() : ordinal}`;
}

/** A text with edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return [...parts, text.slice(at)].join('');
}
