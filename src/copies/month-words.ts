// Names of months and weekdays in the length and the case in which somebody wrote another one.
import { type Day, type Weekday, formatDay, weekdayName } from '../domain/day.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 1 for `jan`, `Jan` and `January`; 0 for what is no month. */
export function monthNumber(word: string): number {
  const start = word.toLowerCase();
  return start.length < 3
    ? 0
    : MONTHS.findIndex((name) => name.toLowerCase().startsWith(start.slice(0, 3))) + 1;
}

/** The month of a day, as long as `like` is. `isLong` says it of May, which shows no length. */
export function monthLike(of: Day, like: string, isLong: boolean): string {
  const name = MONTHS[Number(of.slice(5, 7)) - 1] ?? '';
  const long = like.length === 3 ? like.toLowerCase() === 'may' && isLong : like.toLowerCase() !== 'sept';
  return inCase(long ? name : formatDay(of, 'MMM'), like);
}

const FOURTHS: Readonly<Record<number, string>> = { 2: 'Tues', 4: 'Thur' };

/** A weekday, as long as `like` is. */
export function weekdayLike(weekday: Weekday, like: string): string {
  const name = weekdayName(weekday);
  if (/day$/i.test(like)) return inCase(name, like);
  const short = like.length > 3 ? (FOURTHS[weekday] ?? name.slice(0, 3)) : name.slice(0, 3);
  return inCase(short, like);
}

function inCase(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return like === like.toLowerCase() ? word.toLowerCase() : word;
}

/** `3rd`, `11th`. */
export function ordinalOf(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
}
