// Whether days off keep somebody from a role in a release.
import { type Day, addDays } from '../../domain/day.ts';
import type { DaysOff } from '../../domain/spec.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';

/** From week 1 to release day. */
export interface TermDays {
  readonly start: Day;
  readonly release: Day;
}

/** Working days off in a term with which somebody can still have the role: a week of vacation. */
export const MOST_DAYS_OFF = 5;

/** Away on release day, or on more working days of the term than that. */
export function isAwayInTerm(
  off: readonly DaysOff[],
  { start, release }: TermDays,
  holidays: readonly Day[],
): boolean {
  if (off.some(({ from, to }) => from <= release && release <= to)) return true;
  const within = off
    .map(({ from, to }) => ({ from: from < start ? start : from, to: to > release ? release : to }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let counted = addDays(start, -1);
  let days = 0;
  for (const { from, to } of within) {
    // Days that two entries name are counted once.
    const before = addDays(from, -1) > counted ? addDays(from, -1) : counted;
    if (to <= before) continue;
    days += workingDaysBetween(before, to, holidays);
    counted = to;
  }
  return days > MOST_DAYS_OFF;
}
