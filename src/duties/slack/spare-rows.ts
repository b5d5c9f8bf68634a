// Rows of the record that nobody needs any more: they may go when it is full.
import { type Subject, rowsOf } from './input.ts';
import { rowsAt } from './rows-at.ts';
import type { Place } from './targets.ts';

/** Those whose window is over and that no place needs, to hear when a date that is ahead moves. */
export function spareRows(subject: Subject, places: readonly Place[]): string[] {
  const { input, tracking } = subject;
  const needed = new Set(places.flatMap((place) => neededBy(subject, place)));
  return [...rowsOf(tracking)]
    .filter(([key, { until }]) => until <= input.now && !needed.has(key))
    .map(([key]) => key);
}

/** For each milestone ahead the last message that surely told its day, and all since of which nobody knows. */
function neededBy(subject: Subject, place: Place): string[] {
  const { release, input } = subject;
  const rows = rowsAt(subject, place);
  const ahead = release.milestones.filter(({ deadline }) => deadline > input.now);
  return ahead.flatMap(({ id }) => {
    const told = rows.filter(({ row }) => Object.hasOwn(row.tells ?? {}, id));
    const begin = told.findLastIndex(({ row }) => row.sent !== undefined);
    return told.slice(Math.max(begin, 0)).map(({ key }) => key);
  });
}
