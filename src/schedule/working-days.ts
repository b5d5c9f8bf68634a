// Working days: Monday to Friday, holidays left out.
import { type Day, addDays, weekdayOf } from '../domain/day.ts';

const SATURDAY = 6;

/** Whether people work that day. */
export function isWorkingDay(day: Day, holidays: readonly Day[]): boolean {
  return weekdayOf(day) < SATURDAY && !holidays.includes(day);
}

/**
 * The count-th working day after the day, or before it when negative.
 * Zero gives the day itself, working day or not: a plain `release` never moves.
 */
export function addWorkingDays(from: Day, count: number, holidays: readonly Day[]): Day {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** Working days after `a` up to and with `b`; negative when `b` is earlier. Undoes `addWorkingDays` between working days. */
export function workingDaysBetween(a: Day, b: Day, holidays: readonly Day[]): number {
  const step = b < a ? -1 : 1;
  let count = 0;
  for (let day = a; day !== b;) {
    day = addDays(day, step);
    if (isWorkingDay(day, holidays)) count += step;
  }
  return count;
}
