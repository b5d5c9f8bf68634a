// The press hears when the embargo lifts, and the new time whenever it moves (K7, K8, K54).
import type { Milestone } from '../../domain/release.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { renderEmbargo } from './render-moved.ts';
import { render } from './render.ts';
import type { Place } from '../../notices/places.ts';
import { morningOf } from '../../notices/window.ts';
import { addDays } from '../../domain/day.ts';

/** How long before it lifts the press hears of it, in days. */
const NOTICE_DAYS = 14;

export function embargoOf({ release }: Pick<Subject, 'release'>): Milestone | undefined {
  return release.milestones.find(({ id }) => id === 'embargo-lift');
}

export function pressMessages(subject: Subject, places: readonly Place[]): Message[] {
  const { release } = subject;
  const embargo = embargoOf(subject);
  if (embargo === undefined) return [];
  const window = { from: morningOf(addDays(embargo.day, -NOTICE_DAYS), release), until: embargo.deadline };
  return places.map((place) => ({
    name: 'embargo',
    place,
    window,
    ...renderEmbargo(subject, embargo),
    tells: { [embargo.id]: embargo.day },
    why: render.whyEmbargo(),
  }));
}
