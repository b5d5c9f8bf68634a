// The release is out: told outside once the tag, the GitHub release and the pages are really there (Y17).
import { endOfDay } from '../../domain/day.ts';
import { linesOf } from '../../domain/release-line.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { renderReleased } from './render-released.ts';
import { render } from './render.ts';
import type { Place } from '../../notices/places.ts';
import { RELEASED } from './told-dates.ts';
import { morningOf } from '../../notices/window.ts';

export function releasedMessages(subject: Subject, places: readonly Place[]): Message[] {
  const { input, release } = subject;
  const lines = linesOf(release);
  const out = lines.flatMap((line) => {
    const found = input.observed.publications.find(({ version }) => version === line.version);
    return found?.published === true ? [found] : [];
  });
  // A train is out when all its lines are.
  if (out.length < lines.length) return [];
  return places.map((place) => ({
    name: RELEASED,
    place,
    window: {
      from: morningOf(release.release, release) - EARLY,
      until: endOfDay(release.end, release.timezone),
    } as Message['window'],
    ...renderReleased(subject, out),
    after: [...out.map(({ url }) => url), ...input.config.pages],
    why: render.whyReleased(release),
  }));
}

/** A release that is out before the morning of its day, in milliseconds, is out all the same. */
const EARLY = 24 * 3_600_000;
