// The windows in which messages may go out.
import { type Day, type Instant, addDays, instantOf } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { Duration } from '../../config/fields.ts';
import { addWorkingDays, isWorkingDay } from '../../schedule/working-days.ts';
import type { Window } from './input.ts';

/** When messages of a day go out, on the clock of the release. */
const MORNING = '09:00';

/** RC1 is told a week before at the latest (Y3). */
const RC1_DAYS = 7;

export interface Stage extends Window {
  /** `1 week`, `2 days`: unique among the stages of a milestone. */
  readonly name: string;
}

export function morningOf(day: Day, release: Release): Instant {
  return instantOf(day, MORNING, release.timezone);
}

/** The stages before a milestone; each lasts until the next begins, so a late run sends the newest only. */
export function stagesOf(
  milestone: Milestone,
  notice: readonly Duration[],
  release: Release,
  holidays: readonly Day[],
): Stage[] {
  const days = notice.map((before) => ({
    name: stageName(before),
    day: workingDay(dayBefore(milestone.day, before, holidays), holidays),
  }));
  const early = workingDay(addDays(milestone.day, -RC1_DAYS), holidays);
  const late = milestone.id === 'rc1' && days.every(({ day }) => day > early);
  const all = [...days, ...(late ? [{ name: '1-weeks', day: early }] : [])].toSorted((a, b) =>
    a.day < b.day ? -1 : 1,
  );
  return all.flatMap(({ name, day }, index) => {
    const from = morningOf(day, release);
    const next = all[index + 1];
    const until = next === undefined ? milestone.deadline : morningOf(next.day, release);
    return from < until && from < milestone.deadline ? [{ name, from, until }] : [];
  });
}

/** What falls on a day off is told on the working day before. */
function workingDay(day: Day, holidays: readonly Day[]): Day {
  return isWorkingDay(day, holidays) ? day : addWorkingDays(day, -1, holidays);
}

/** `1-weeks`, `2-days`. */
export function stageName({ amount, unit }: Duration): string {
  return `${amount}-${unit}`;
}

function dayBefore(day: Day, { amount, unit }: Duration, holidays: readonly Day[]): Day {
  if (unit === 'working-days') return addWorkingDays(day, -amount, holidays);
  return addDays(day, -amount * (unit === 'weeks' ? 7 : 1));
}
