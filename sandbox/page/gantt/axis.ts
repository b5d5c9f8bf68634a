// A time axis: where a day lies between left and right, in per cent.
import { type Day, addDays, daysBetween, mondayOf } from '../../../src/domain/day.ts';

export interface Axis {
  readonly from: Day;
  /** The day behind the last one. */
  readonly to: Day;
  /** Mondays, thinned out so that their labels don't touch. */
  readonly ticks: readonly Day[];
  place(day: Day): number;
}

/** An axis over whole weeks with `most` ticks at the most. */
export function axisOver(first: Day, last: Day, most = 14): Axis {
  const from = mondayOf(first);
  const to = addDays(mondayOf(last), 7);
  const length = daysBetween(from, to);
  const step = Math.ceil(length / 7 / most) * 7;
  const ticks: Day[] = [];
  for (let day = from; day < to; day = addDays(day, step)) ticks.push(day);
  return { from, to, ticks, place: (day) => round((daysBetween(from, day) / length) * 100) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
