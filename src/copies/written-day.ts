// Days as people write them in a line of text: which day it is, and which of its characters change with the day.
import { type Day, type Instant, dayAt, daysBetween, parseDay } from '../domain/day.ts';
import { CLOCK_AFTER, CLOCK_BEFORE, DAYS, ISO_CLOCK, WEEKDAY_AFTER, WEEKDAY_BEFORE } from './day-patterns.ts';
import { instantIn, zoneHours } from './clock-zones.ts';
import { monthNumber } from './month-words.ts';

/** A piece of a written day; offsets count in the text. `iso` is `2026-11-03`, `basic` `20261103`, `behind` the day after. */
export interface Piece {
  readonly kind: 'weekday' | 'day' | 'month' | 'year' | 'iso' | 'basic' | 'behind';
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
}

export interface WrittenDay {
  /** Of all of it, with the word of its weekday. */
  readonly start: number;
  readonly end: number;
  /** As it is written; where the year is missing, the one nearest to the day asked for. */
  readonly day: Day;
  /** The moment, where a clock and a zone are beside it. */
  readonly at?: Instant | undefined;
  readonly pieces: readonly Piece[];
  /** Whether the number comes before the month. */
  readonly isDayFirst: boolean;
}

/** The day that a written one means in a zone. */
export function dayIn({ day, at }: Pick<WrittenDay, 'day' | 'at'>, zone: string): Day {
  return at === undefined ? day : dayAt(at, zone);
}

/** All days of a text, in order. `11/03` may be two days, and is none. `near` gives years that are left out. */
export function readWrittenDays(text: string, near: Day): WrittenDay[] {
  const found = [...text.matchAll(DAYS)].flatMap((match) => readMatch(match, near) ?? []);
  return found.map((one, index) => {
    const before = found[index - 1]?.end ?? 0;
    const behind = found[index + 1]?.start ?? text.length;
    return withClock(text, withWeekday(text, one, before, behind), before, behind);
  });
}

function readMatch(match: RegExpMatchArray, near: Day): WrittenDay | undefined {
  const {
    index = 0,
    groups = {},
    indices,
  } = match as RegExpMatchArray & {
    indices?: { groups?: Record<string, [number, number] | undefined> };
  };
  const end = index + match[0].length;
  const spans = indices?.groups ?? {};
  const piece = (kind: Piece['kind'], name: string): Piece[] => {
    const [start, until] = spans[name] ?? [];
    return start === undefined || until === undefined ? [] : [{ kind, start, end: until }];
  };
  if (groups['iso'] !== undefined) {
    const day = parseDay(groups['iso'].replaceAll('/', '-'));
    return day && { start: index, end, day, pieces: piece('iso', 'iso'), isDayFirst: false };
  }
  const isDayFirst = groups['number2'] !== undefined;
  const suffix = isDayFirst ? '2' : '1';
  const month = groups[`month${suffix}`] ?? '';
  const year = groups[`year${suffix}`];
  // The verb is no month.
  if (month === 'may' && year === undefined) return undefined;
  const number = Number.parseInt(groups[`number${suffix}`] ?? '', 10);
  const day = dayNear(year, monthNumber(month), number, near);
  if (day === undefined) return undefined;
  const pieces = [
    ...piece('month', `month${suffix}`),
    ...piece('weekday', 'weekday1'),
    ...piece('day', `number${suffix}`),
    ...piece('year', `year${suffix}`),
  ];
  return { start: index, end, day, pieces, isDayFirst };
}

/** With the year that is written, else with the one that brings it nearest. */
export function dayNear(year: string | undefined, month: number, number: number, near: Day): Day | undefined {
  const tail = `-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
  if (year !== undefined) return parseDay(`${year}${tail}`);
  const around = Number(near.slice(0, 4));
  return [around, around - 1, around + 1]
    .flatMap((one) => parseDay(`${one}${tail}`) ?? [])
    .toSorted((a, b) => Math.abs(daysBetween(a, near)) - Math.abs(daysBetween(b, near)))[0];
}

/** The word of a weekday stands before the day or behind it. */
function withWeekday(text: string, one: WrittenDay, from: number, until: number): WrittenDay {
  if (one.pieces.some(({ kind }) => kind === 'weekday')) return one;
  const before = text.slice(Math.max(from, one.start - 16), one.start);
  const [inFront, word = ''] = WEEKDAY_BEFORE.exec(before) ?? [];
  if (inFront !== undefined) {
    const start = one.start - inFront.length;
    const piece: Piece = { kind: 'weekday', start, end: start + word.length };
    return { ...one, start, pieces: [piece, ...one.pieces] };
  }
  const [behind, gap = '', after = ''] =
    WEEKDAY_AFTER.exec(text.slice(one.end, Math.min(until, one.end + 20))) ?? [];
  if (behind === undefined || isOfNext(text, one.end + behind.length, until)) return one;
  const start = one.end + gap.length;
  const piece: Piece = { kind: 'weekday', start, end: start + after.length };
  return { ...one, end: one.end + behind.length, pieces: [...one.pieces, piece] };
}

/** `Nov 3, Tue Nov 10`: the word belongs to the day behind it. */
function isOfNext(text: string, end: number, next: number): boolean {
  return next < text.length && /^[.,]?\s{0,2}$/.test(text.slice(end, next));
}

function withClock(text: string, one: WrittenDay, from: number, until: number): WrittenDay {
  const behind = text.slice(one.end, Math.min(until, one.end + 32));
  const [iso, isoHour = '', isoMinute = '', offset = ''] = ISO_CLOCK.exec(behind) ?? [];
  if (iso !== undefined) return { ...one, at: instantIn(one.day, isoHour, isoMinute, zoneHours(offset)) };
  const before = text.slice(Math.max(from, one.start - 32), one.start);
  const [clock, hour = '', minute = '', half, zone = ''] =
    CLOCK_BEFORE.exec(before) ?? CLOCK_AFTER.exec(behind) ?? [];
  if (clock === undefined) return one;
  const hours = Number(hour) % (half === undefined ? 24 : 12);
  const late = half?.toLowerCase() === 'pm' ? 12 : 0;
  return { ...one, at: instantIn(one.day, String(hours + late), minute, zoneHours(zone)) };
}
