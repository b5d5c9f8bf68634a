// Working days: Monday to Friday, holidays left out. Counted, never walked: a config may hold thousands of holidays.
import { type Day, addDays, daysBetween, weekdayOf } from '../domain/day.ts';

const SATURDAY = 6;

/** Days are counted from here; it is a Monday. */
const MONDAY = '1969-12-29' as Day;

/** Holidays on working days, as days since that Monday, each once and in order. Lists of holidays never change. */
const numbered = new WeakMap<readonly Day[], readonly number[]>();

/** Whether people work that day. */
export function isWorkingDay(day: Day, holidays: readonly Day[]): boolean {
  if (weekdayOf(day) >= SATURDAY) return false;
  const off = holidayNumbers(holidays);
  const number = daysBetween(MONDAY, day);
  return upTo(off, number) === upTo(off, number - 1);
}

/**
 * The count-th working day after the day, or before it when negative.
 * Zero gives the day itself, working day or not: a plain `release` never moves.
 */
export function addWorkingDays(from: Day, count: number, holidays: readonly Day[]): Day {
  if (count === 0) return from;
  const off = holidayNumbers(holidays);
  const begin = daysBetween(MONDAY, from);
  const wanted = count > 0 ? worked(begin, off) + count : worked(begin - 1, off) + count + 1;
  // Seven days hold five working days, but for holidays.
  const far = Math.ceil((Math.abs(count) + off.length) / 5) * 7 + 7;
  return addDays(MONDAY, firstWith(wanted, off, begin - far, begin + far));
}

/** Working days after `a` up to and with `b`; negative when `b` is earlier. Undoes `addWorkingDays` between working days. */
export function workingDaysBetween(a: Day, b: Day, holidays: readonly Day[]): number {
  const off = holidayNumbers(holidays);
  const [from, to] = [daysBetween(MONDAY, a), daysBetween(MONDAY, b)];
  if (from === to) return 0;
  return from < to ? worked(to, off) - worked(from, off) : worked(to - 1, off) - worked(from - 1, off);
}

/** Working days from that Monday up to and with a day; below zero before it. Only differences mean anything. */
function worked(number: number, off: readonly number[]): number {
  const days = number + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5) - upTo(off, number);
}

/** The first day between the two by which so many were worked. */
function firstWith(wanted: number, off: readonly number[], low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (worked(middle, off) >= wanted) to = middle;
    else from = middle + 1;
  }
  return from;
}

function holidayNumbers(holidays: readonly Day[]): readonly number[] {
  const known = numbered.get(holidays);
  if (known !== undefined) return known;
  const onWorkingDays = holidays.filter((day) => weekdayOf(day) < SATURDAY);
  const numbers = [...new Set(onWorkingDays.map((day) => daysBetween(MONDAY, day)))].toSorted(
    (a, b) => a - b,
  );
  numbered.set(holidays, numbers);
  return numbers;
}

/** How many numbers of a sorted list are not above a number. */
function upTo(sorted: readonly number[], number: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((sorted[middle] ?? Infinity) <= number) from = middle + 1;
    else to = middle;
  }
  return from;
}
