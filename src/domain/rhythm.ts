// How often something is released: every few weeks, or on a day of every few months. Its days come from that alone.
import { type Day, type Weekday, addDays, daysBetween, parseWeekday, weekdayOf } from './day.ts';
import { parseSpan } from './span.ts';

/** A day of a month. The 31st is the last day of a shorter month. */
export type DayOfMonth =
  | { readonly kind: 'date'; readonly date: number }
  | { readonly kind: 'weekday'; readonly nth: 1 | 2 | 3 | 4 | 'last'; readonly weekday: Weekday };

/** Without `on`, months count on the date of the first day. */
export type Rhythm =
  | { readonly unit: 'weeks'; readonly count: number }
  | { readonly unit: 'months'; readonly count: number; readonly on?: DayOfMonth | undefined };

/** The forms, for messages. */
export const RHYTHM_FORMS =
  '6 weeks, month, 3 months, monthly 15, monthly last day, monthly second wednesday, or 3 months fourth tuesday';

const NTH: Readonly<Record<string, 1 | 2 | 3 | 4 | 'last'>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: 'last',
};

/** As JSON Schema has it. */
export const RHYTHM_PATTERN = String.raw`^(\d{1,3}\s*(w|d|weeks?|days?)|weekly|((\d{1,2} months?|month(ly)?|quarter(ly)?|year(ly)?)( .+)?)|((first|1st|second|2nd|third|3rd|fourth|4th|last) .+))$`;

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

const MOST = { weeks: 60, months: 24 };

/** Undefined when the text is no rhythm. */
export function parseRhythm(text: string): Rhythm | undefined {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const weeks = words === 'weekly' ? 1 : weeksIn(words);
  if (weeks !== undefined)
    return weeks >= 1 && weeks <= MOST.weeks ? { unit: 'weeks', count: weeks } : undefined;
  const match = /^(?:(month|quarter|year)(?:ly)?|(\d{1,2}) months?)(?: (.+))?$/.exec(words);
  // "last friday" is that of every month.
  const count = match === null ? 1 : match[1] === undefined ? Number(match[2]) : (MONTHS[match[1]] ?? 0);
  const place = match === null ? words : match[3];
  if (count < 1 || count > MOST.months) return undefined;
  if (place === undefined) return { unit: 'months', count };
  const on = parsePlace(place);
  // "15" alone may as well mean days.
  return on === undefined || (match === null && on.kind === 'date')
    ? undefined
    : { unit: 'months', count, on };
}

/** Undefined for what is no length of time in whole weeks. */
function weeksIn(words: string): number | undefined {
  const span = parseSpan(words === 'week' ? '1 week' : words);
  if (span === undefined || span.unit === 'working-days') return undefined;
  const weeks = span.unit === 'weeks' ? span.amount : span.amount / 7;
  return Number.isInteger(weeks) ? weeks : undefined;
}

function parsePlace(text: string): DayOfMonth | undefined {
  const place = text.replace(/^on /, '').replace(/^the /, '');
  if (place === 'last day') return { kind: 'date', date: 31 };
  const [, date] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(place) ?? [];
  if (date !== undefined)
    return Number(date) >= 1 && Number(date) <= 31 ? { kind: 'date', date: Number(date) } : undefined;
  const [nth = '', name = '', more] = place.split(' ');
  const weekday = parseWeekday(name);
  const found = Object.hasOwn(NTH, nth) ? NTH[nth] : undefined;
  return weekday === undefined || found === undefined || more !== undefined
    ? undefined
    : { kind: 'weekday', nth: found, weekday };
}

/** The day with this number, counted from 0 on the first day. It depends on nothing else. */
export function dayOf(rhythm: Rhythm, first: Day, number: number): Day {
  if (rhythm.unit === 'weeks') return addDays(first, 7 * rhythm.count * number);
  const on = rhythm.on ?? { kind: 'date', date: Number(first.slice(8)) };
  return dayIn(monthOf(first) + rhythm.count * number, on);
}

/** The least number whose day is this day or later. */
export function numberFrom(rhythm: Rhythm, first: Day, day: Day): number {
  if (day <= first) return 0;
  if (rhythm.unit === 'weeks') return Math.ceil(daysBetween(first, day) / (7 * rhythm.count));
  let number = Math.max(0, Math.floor((monthOf(day) - monthOf(first)) / rhythm.count));
  while (dayOf(rhythm, first, number) < day) number++;
  return number;
}

/** The day of the rhythm in the month of the day: that day itself where it fits. */
export function dayInItsMonth(rhythm: Rhythm, day: Day): Day {
  return rhythm.unit === 'weeks' || rhythm.on === undefined ? day : dayIn(monthOf(day), rhythm.on);
}

/** Months since the year 0. */
function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function dayIn(month: number, on: DayOfMonth): Day {
  const begin = firstOf(month);
  const length = daysBetween(begin, firstOf(month + 1));
  if (on.kind === 'date') return addDays(begin, Math.min(on.date, length) - 1);
  const last = addDays(begin, length - 1);
  if (on.nth === 'last') return addDays(last, -((weekdayOf(last) - on.weekday + 7) % 7));
  return addDays(begin, ((on.weekday - weekdayOf(begin) + 7) % 7) + 7 * (on.nth - 1));
}

function firstOf(month: number): Day {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;
}
