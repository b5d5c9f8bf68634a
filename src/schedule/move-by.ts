// From a milestone's day to the day that is so many days, weeks or hours before or after it.
import { type Day, type Instant, addDays, dayAt, instantOf } from '../domain/day.ts';
import type { DayExpression } from '../domain/day-expression.ts';
import { addWorkingDays } from './working-days.ts';

/** A day in the zone of what it is for, with an instant where it has a time of day. */
export interface Moment {
  readonly day: Day;
  readonly instant?: Instant | undefined;
}

/** Time of day and zone of a milestone; undefined asks for those of the release, which tasks have. */
export type ClockOf = (anchor: string | undefined) => {
  readonly at?: string | undefined;
  readonly zone: string;
};

interface Around {
  readonly holidays: readonly Day[];
  readonly clockOf: ClockOf;
  /** The milestone that the result is for. */
  readonly target: string | undefined;
}

const HOUR = 3_600_000;

/** Hours are counted on the clock of the world, days on the calendar. Undefined: hours from a day without a time. */
export function moveBy(
  from: Moment,
  { anchor, amount, unit, clock }: Extract<DayExpression, { kind: 'offset' }>,
  { holidays, clockOf, target }: Around,
): Moment | undefined {
  const { at, zone } = clockOf(anchor);
  if (unit === 'hours') {
    const base = clock ?? at;
    const start =
      clock === undefined && from.instant !== undefined ? from.instant : instantAt(from.day, base, zone);
    return start === undefined ? undefined : inZone((start + amount * HOUR) as Instant, clockOf(target).zone);
  }
  const day =
    unit === 'working-days'
      ? addWorkingDays(from.day, amount, holidays)
      : addDays(from.day, unit === 'weeks' ? 7 * amount : amount);
  return clock === undefined ? { day } : inZone(instantOf(day, clock, zone), clockOf(target).zone);
}

function instantAt(day: Day, clock: string | undefined, zone: string): Instant | undefined {
  return clock === undefined ? undefined : instantOf(day, clock, zone);
}

function inZone(instant: Instant, zone: string): Moment {
  return { day: dayAt(instant, zone), instant };
}
