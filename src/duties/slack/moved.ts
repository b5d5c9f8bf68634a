// A date moved: everyone who was told the old day hears the new one, and nobody else (Y16, K7).
import { type Day, type Instant, endOfDay } from '../../domain/day.ts';
import { isFinal } from '../../domain/notice.ts';
import type { Milestone } from '../../domain/release.ts';
import { shortHash } from '../../text/short-hash.ts';
import { askSeen, withAsk } from './ask-seen.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { renderMoved } from './render-moved.ts';
import { render } from './render.ts';
import { type ToldRow, rowsAt, untoldAt } from '../../notices/rows-at.ts';
import type { Place } from '../../notices/places.ts';
import { PINNED, daysOf } from './told-dates.ts';
import type { MovedDate } from './moved-date.ts';

/** One message per place for all dates that moved; in the thread of the pinned message where there is one. */
export function movedMessages(subject: Subject, places: readonly Place[]): Message[] {
  const { release, input } = subject;
  return places.flatMap((place) => {
    const rows = rowsAt(subject, place);
    const untold = untoldAt(subject, place, 'moved');
    const moved = release.milestones.flatMap((milestone): MovedDate[] => {
      const told = otherDayTold(rows, milestone, untold);
      // What is over is history; a new day of it would help nobody.
      const changed = told !== undefined && milestone.deadline > input.now;
      return changed ? [{ milestone, ...told }] : [];
    });
    if (moved.length === 0) return [];
    const milestones = moved.map(({ milestone }) => milestone);
    const { title, lines } = renderMoved(subject, moved, place.reach);
    return [
      {
        name: nameOf(moved),
        place,
        window: { from: input.now, until: endOfDay(release.end, release.timezone) },
        ...(isFinal(place.target) ? {} : { thread: PINNED }),
        title,
        lines: withAsk(lines, askSeen(subject, milestones, place)),
        tells: daysOf(milestones),
        why: render.whyMoved(moved.length),
      },
    ];
  });
}

/** A date that moves there and back and there again is news each time. */
function nameOf(moved: readonly MovedDate[]): string {
  const told = moved.map(({ milestone, from, at }) => [milestone.id, milestone.day, from, at]);
  const ids = moved.map(({ milestone }) => milestone.id).join('+');
  return `moved/${ids.slice(0, 60)}/${shortHash(told, 12)}`;
}

/**
 * What a place heard last of a milestone, where that is another day than today's. A message without a receipt may
 * have arrived, or not: whoever got it has to hear of the new day, and nobody counts as told by it.
 */
function otherDayTold(
  rows: readonly ToldRow[],
  { id, day }: Milestone,
  untold: readonly ToldRow[],
): { from: Day; at: Instant } | undefined {
  const told = rows.flatMap(({ row: { at, tells = {}, sent } }) => {
    const from = Object.hasOwn(tells, id) ? tells[id] : undefined;
    return from === undefined ? [] : [{ from, at, isCertain: sent !== undefined }];
  });
  // A reminder that went out with the new day does not make up for the word that it moved, while that is still to come.
  const isUntold = untold.some(({ row: { tells = {} } }) => Object.hasOwn(tells, id) && tells[id] === day);
  const heard = isUntold ? told.filter(({ from, isCertain }) => !isCertain || from !== day) : told;
  const begin = heard.findLastIndex(({ isCertain }) => isCertain);
  return heard.slice(Math.max(begin, 0)).findLast(({ from }) => from !== day);
}
