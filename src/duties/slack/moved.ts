// A date moved: everyone who was told the old day hears the new one, and nobody else (Y16, K7).
import { type Day, endOfDay } from '../../domain/day.ts';
import type { OutboxRow } from '../../domain/outbox.ts';
import type { Milestone } from '../../domain/release.ts';
import { type Subject, noticeKey, rowsOf } from './input.ts';
import type { Message } from './message.ts';
import { renderMoved } from './render-moved.ts';
import { render } from './render.ts';
import type { Place } from './targets.ts';
import { PINNED } from './told-dates.ts';

export interface MovedDate {
  readonly milestone: Milestone;
  readonly from: Day;
}

/** One message per place for all dates that moved; in the thread of the pinned message where there is one. */
export function movedMessages(subject: Subject, places: readonly Place[]): Message[] {
  const { release, input } = subject;
  return places.flatMap((place) => {
    const told = toldAt(subject, place);
    const moved = release.milestones.flatMap((milestone): MovedDate[] => {
      const from = told.get(milestone.id);
      // What is over is history; a new day of it would help nobody.
      const changed = from !== undefined && from !== milestone.day && milestone.deadline > input.now;
      return changed ? [{ milestone, from }] : [];
    });
    if (moved.length === 0) return [];
    const name = `moved/${moved.map(({ milestone, from }) => `${milestone.id}-${from}-${milestone.day}`).join('+')}`;
    return [
      {
        name: name.slice(0, 200),
        place,
        window: { from: input.now, until: endOfDay(release.end, release.timezone) },
        ...(place.target.kind === 'slack' ? { thread: PINNED } : {}),
        ...renderMoved(subject, moved, place.reach),
        tells: Object.fromEntries(moved.map(({ milestone }) => [milestone.id, milestone.day])),
        why: render.whyMoved(moved.length),
      },
    ];
  });
}

/** The day of each milestone that a place heard last. */
function toldAt({ release, tracking }: Subject, place: Place): ReadonlyMap<string, Day> {
  const told = new Map<string, Day>();
  const prefix = noticeKey(release, '', '').replace(/\/+$/, '/');
  const suffix = `/${place.slug.split('/').map(encodeURIComponent).join('/')}`;
  const rows = [...rowsOf(tracking)]
    .filter(([key, row]) => key.startsWith(prefix) && key.endsWith(suffix) && wasTold(row))
    .map(([, row]) => row)
    .toSorted((a, b) => a.at - b.at);
  for (const { tells = {} } of rows) for (const [id, day] of Object.entries(tells)) told.set(id, day);
  return told;
}

/** A message without a receipt may have arrived: whoever got it has to hear of the new day. */
function wasTold({ sent, failed }: OutboxRow): boolean {
  return sent !== undefined || failed === undefined;
}
