// Rows of the record that nobody needs any more: they may go when it is full.
import type { Place } from './places.ts';
import { rowsAt } from './rows-at.ts';
import { noticePrefix, rowsOf } from './rows.ts';
import type { NoticeSubject } from './subject.ts';

/** Of this duty: those whose window is over and that no place needs, to hear when a date that is ahead moves. */
export function spareRows(subject: NoticeSubject, places: readonly Place[]): string[] {
  const { now, tracking } = subject;
  const prefix = noticePrefix(subject);
  const needed = new Set(places.flatMap((place) => neededBy(subject, place)));
  return [...rowsOf(tracking)]
    .filter(([key, { until }]) => key.startsWith(prefix) && until <= now && !needed.has(key))
    .map(([key]) => key);
}

/** For each milestone ahead the last message that surely told its day, and all since of which nobody knows. */
function neededBy(subject: NoticeSubject, place: Place): string[] {
  const { release, now } = subject;
  const rows = rowsAt(subject, place);
  const ahead = release.milestones.filter(({ deadline }) => deadline > now);
  return ahead.flatMap(({ id }) => {
    const told = rows.filter(({ row }) => Object.hasOwn(row.tells ?? {}, id));
    const begin = told.findLastIndex(({ row }) => row.sent !== undefined);
    return told.slice(Math.max(begin, 0)).map(({ key }) => key);
  });
}
