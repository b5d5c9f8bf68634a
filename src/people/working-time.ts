// When a person is at work: working hours of working days on their own clock.
import { type Day, type Instant, addDays, dayAt, formatInstant, instantOf } from '../domain/day.ts';
import { isWorkingDay } from '../domain/working-days.ts';

/** Of a day, as `09:00`, on the clock of the person; the second is over already. */
export interface WorkingHours {
  readonly from: string;
  readonly to: string;
}

export interface WorkingTime {
  /** IANA zone. */
  readonly zone: string;
  readonly hours: WorkingHours;
  readonly holidays: readonly Day[];
}

/** The search for the next working day ends here: longer holidays are a mistake in the config. */
const FURTHEST = 60;

export function isAtWork(now: Instant, { zone, hours, holidays }: WorkingTime): boolean {
  const clock = formatInstant(now, zone, 'HH:mm');
  return hours.from <= clock && clock < hours.to && isWorkingDay(dayAt(now, zone), holidays);
}

/** The first instant at or after the given one at which the person is at work; undefined when none is near. */
export function nextAtWork(from: Instant, { zone, hours, holidays }: WorkingTime): Instant | undefined {
  const first = dayAt(from, zone);
  for (let offset = 0; offset < FURTHEST; offset++) {
    const day = addDays(first, offset);
    const begin = Math.max(from, instantOf(day, hours.from, zone)) as Instant;
    if (isWorkingDay(day, holidays) && begin < instantOf(day, hours.to, zone)) return begin;
  }
  return undefined;
}
