// What is claimed about a day beside it, brought up to a new day in the way in which it was written.
import { type Day, daysBetween, mondayOf, parseDay, weekdayName, weekdayOf } from '../domain/day.ts';

/** `tue`, `Tuesday` and `TUESDAY` stay as short and as loud as they were. */
export function newWeekday(written: string, day: Day): string {
  const name = weekdayName(weekdayOf(day));
  const word = written.length === 3 ? name.slice(0, 3) : name;
  if (written === written.toUpperCase()) return word.toUpperCase();
  return written === written.toLowerCase() ? word.toLowerCase() : word;
}

/** The week as given, or counted on from the old day; as it was when neither is known. */
export function newWeek(written: string, old: string, day: Day, week: number | undefined): string {
  if (week !== undefined) return String(week);
  const from = parseDay(old);
  if (from === undefined) return written;
  return String(Number(written) + daysBetween(mondayOf(from), mondayOf(day)) / 7);
}
