// The one message per release and place that is pinned and kept current: all dates, contacts, links (Y4, Y28).
import { endOfDay } from '../../domain/day.ts';
import { isFinal } from '../../domain/notice.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { renderPinned } from './render-pinned.ts';
import { render } from './render.ts';
import type { Place } from '../../notices/places.ts';
import { PINNED, announced, daysOf } from './told-dates.ts';
import { morningOf } from '../../notices/window.ts';

/** In every channel of those who hear of dates; email and webhooks can't be changed, and discussions can't be pinned by a program. */
export function pinned(subject: Subject, places: readonly Place[]): Message[] {
  const { release } = subject;
  const window = {
    from: morningOf(release.start, release),
    until: endOfDay(release.end, release.timezone),
  };
  return places.map((place) => ({
    name: PINNED,
    place,
    window,
    ...(place.target.kind === 'slack' ? { pin: true } : {}),
    ...(isFinal(place.target) ? {} : { current: true }),
    ...renderPinned(subject),
    tells: daysOf(announced(subject)),
    why: render.whyPinned(release),
  }));
}
