// When a vote opens, and when somebody who is silent is asked.
import { type Day, type Instant, addDays, dayAt, formatInstant, instantOf } from '../../domain/day.ts';
import type { Milestone } from '../../domain/release.ts';
import type { TimeSpan } from '../../domain/span.ts';
import { addWorkingDays, isWorkingDay } from '../../domain/working-days.ts';

const HOUR = 3_600_000;

/** So long before the deadline of the milestone, by the clock of its zone. */
export function opensAt(
  { deadline, zone }: Pick<Milestone, 'deadline' | 'zone'>,
  { amount, unit }: TimeSpan,
  holidays: readonly Day[],
): Instant {
  if (unit === 'hours') return (deadline - amount * HOUR) as Instant;
  const day = dayAt(deadline, zone);
  const before =
    unit === 'working-days'
      ? addWorkingDays(day, -amount, holidays)
      : addDays(day, -amount * (unit === 'weeks' ? 7 : 1));
  return instantOf(before, formatInstant(deadline, zone, 'HH:mm'), zone);
}

/**
 * Silence is asked about from half of the window on, or on the last working day before the one on which the vote ends,
 * if that is earlier. On a day off it waits, as long as there is another working day. `mayWait`: it goes along with another
 * comment until that last working day.
 */
export function silenceAt(
  { opened, ends, zone }: { readonly opened: Instant; readonly ends: Instant; readonly zone: string },
  now: Instant,
  holidays: readonly Day[],
): 'not-yet' | 'may-wait' | 'due' {
  const today = dayAt(now, zone);
  const end = dayAt((ends - 1) as Instant, zone);
  const isLastCall = today >= addWorkingDays(end, -1, holidays);
  if (now < (opened + ends) / 2 && !(isLastCall && dayAt(opened, zone) < today)) return 'not-yet';
  const isDayOff = !isWorkingDay(today, holidays);
  if (isDayOff && addWorkingDays(today, 1, holidays) <= end) return 'not-yet';
  return isLastCall ? 'due' : 'may-wait';
}
