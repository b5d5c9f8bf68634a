// From a milestone's day to the day that is so many days, weeks or hours before or after it.
import { type Day, type Instant, addDays, dayAt, formatInstant, instantOf } from '../domain/day.ts';
import type { DayExpression } from '../domain/day-expression.ts';
import { type Shift, shiftDay } from '../domain/shift.ts';
import { addWorkingDays } from '../domain/working-days.ts';

/** A day in the zone of what it is for, with an instant where it has a time of day. */
export interface Moment {
  readonly day: Day;
  readonly instant?: Instant | undefined;
  /** The day off that it was moved away from. */
  readonly shiftedFrom?: Day | undefined;
}

/** Time of day, zone, and shift of a milestone; undefined asks for those of the release, which tasks have. */
export type ClockOf = (anchor: string | undefined) => {
  readonly at?: string | undefined;
  readonly zone: string;
  readonly shift?: Shift | undefined;
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

/** On a day off it goes to the next or the previous working day, at the same time of day. */
export function shifted(
  moment: Moment,
  id: string | undefined,
  { holidays, clockOf }: Omit<Around, 'target'>,
): Moment {
  const { shift, zone } = clockOf(id);
  const day = shiftDay(moment.day, shift, holidays);
  if (day === moment.day) return moment;
  const { instant } = moment;
  const at = instant === undefined ? undefined : formatInstant(instant, zone, 'HH:mm');
  return {
    day,
    ...(at === undefined ? {} : { instant: instantOf(day, at, zone) }),
    shiftedFrom: moment.day,
  };
}

function instantAt(day: Day, clock: string | undefined, zone: string): Instant | undefined {
  return clock === undefined ? undefined : instantOf(day, clock, zone);
}

function inZone(instant: Instant, zone: string): Moment {
  return { day: dayAt(instant, zone), instant };
}
