// Several days in a row as people write them: two whole ones, or one whole one and the number of the other.
import type { Day } from '../domain/day.ts';
import { BETWEEN, SHORT_AFTER, SHORT_BEFORE } from './day-patterns.ts';
import { monthLike } from './month-words.ts';
import { type Edit, rewriteDay } from './rewrite.ts';
import { type Piece, type WrittenDay, dayNear } from './written-day.ts';

/** One day, or the first and the last of several. */
export interface Written {
  readonly first: WrittenDay;
  /** Absent: it is one day. */
  readonly last?: WrittenDay | undefined;
  /** The one that has no month of its own. */
  readonly short?: 'first' | 'last' | undefined;
}

/** Days that belong together as ranges; all others by themselves. */
export function pairUp(text: string, days: readonly WrittenDay[]): Written[] {
  const found: Written[] = [];
  for (let at = 0; at < days.length; at++) {
    const one = days[at] as WrittenDay;
    const next = days[at + 1];
    if (next !== undefined && BETWEEN.test(text.slice(one.end, next.start))) {
      found.push({ first: one, last: next });
      at++;
    } else found.push(withShort(text, one, days[at - 1]?.end ?? 0, next?.start ?? text.length));
  }
  return found;
}

function withShort(text: string, one: WrittenDay, from: number, until: number): Written {
  const month = one.pieces.find(({ kind }) => kind === 'month');
  if (month === undefined) return { first: one };
  return one.isDayFirst ? shortBefore(text, one, from) : shortAfter(text, one, until);
}

/** `3-7 May 2026`. */
function shortBefore(text: string, one: WrittenDay, from: number): Written {
  const begin = Math.max(from, one.start - 32);
  const match = SHORT_BEFORE.exec(text.slice(begin, one.start));
  const pieces = match === null ? [] : piecesOf(match, begin);
  const day = dayOf(text, pieces, one);
  if (match === null || day === undefined || day >= one.day) return { first: one };
  const start = begin + match.index;
  const short = { start, end: start + match[0].length, day, pieces, isDayFirst: true };
  return { first: short, last: one, short: 'first' };
}

/** `May 3-7, 2026`: the year, when there is one, belongs to both. */
function shortAfter(text: string, one: WrittenDay, until: number): Written {
  const match = SHORT_AFTER.exec(text.slice(one.end, Math.min(until, one.end + 40)));
  if (match === null) return { first: one };
  const pieces = piecesOf(match, one.end);
  const year = match[3];
  const first = year === undefined ? one : { ...one, day: `${year}${one.day.slice(4)}` as Day };
  const day = dayOf(text, pieces, first);
  if (day === undefined || day <= first.day) return { first: one };
  const end = one.end + match[0].length;
  return {
    first,
    last: { start: one.end, end, day, pieces, isDayFirst: false },
    short: 'last',
  };
}

function piecesOf(match: RegExpExecArray, offset: number): Piece[] {
  const { indices = [] } = match as RegExpExecArray & { indices?: ([number, number] | undefined)[] };
  const kinds = ['weekday', 'day', 'year'] as const;
  return kinds.flatMap((kind, index): Piece[] => {
    const [start, end] = indices[index + 1] ?? [];
    return start === undefined || end === undefined
      ? []
      : [{ kind, start: offset + start, end: offset + end }];
  });
}

/** In the month of the whole one. */
function dayOf(text: string, pieces: readonly Piece[], whole: WrittenDay): Day | undefined {
  const number = pieces.find(({ kind }) => kind === 'day');
  if (number === undefined) return undefined;
  const digits = Number.parseInt(text.slice(number.start, number.end), 10);
  return dayNear(whole.day.slice(0, 4), Number(whole.day.slice(5, 7)), digits, whole.day);
}

/** The edits that write other days; where they no longer share a month, the short one gets its own. */
export function rewriteRange(
  text: string,
  { first, last, short }: Written,
  days: readonly [Day, Day],
  isLong: boolean,
): Edit[] {
  const [from, to] = days;
  if (last === undefined) return rewriteDay(text, first, from, isLong);
  const edits = [...rewriteDay(text, first, from, isLong), ...rewriteDay(text, last, to, isLong)];
  if (short === undefined || from.slice(0, 7) === to.slice(0, 7)) return edits;
  const [bare, whole] = short === 'first' ? [first, last] : [last, first];
  const month = whole.pieces.find(({ kind }) => kind === 'month');
  const number = bare.pieces.find(({ kind }) => kind === 'day');
  if (month === undefined || number === undefined) return edits;
  const word = monthLike(short === 'first' ? from : to, text.slice(month.start, month.end), isLong);
  const digits =
    edits.find(({ start }) => start === number.start)?.text ?? text.slice(number.start, number.end);
  const written = bare.isDayFirst ? `${digits} ${word}` : `${word} ${digits}`;
  return [
    ...edits.filter(({ start }) => start !== number.start),
    { start: number.start, end: number.end, text: written },
  ];
}
