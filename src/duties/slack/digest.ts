// The regular message to those who coordinate: progress, obstacles, deadlines ahead (Y20, Y27).
import { addDays, daysBetween } from '../../domain/day.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { renderDigest } from './render-digest.ts';
import { render } from './render.ts';
import type { Place } from '../../notices/places.ts';
import { morningOf } from '../../notices/window.ts';

/** On its day, or on the two after it when no run came by. */
const WINDOW_DAYS = 3;

export function digestMessages(subject: Subject, places: readonly Place[]): Message[] {
  const { input, release, today } = subject;
  const { digest } = input.config;
  if (digest === undefined || today < digest.from || today > release.end) return [];
  const rhythm = digest.every.weeks * 7;
  const day = addDays(digest.from, Math.floor(daysBetween(digest.from, today) / rhythm) * rhythm);
  if (day < release.start) return [];
  const window = { from: morningOf(day, release), until: morningOf(addDays(day, WINDOW_DAYS), release) };
  return places.map((place) => ({
    name: `digest/${day}`,
    place,
    window,
    ...renderDigest(subject, day, addDays(day, rhythm)),
    why: render.whyDigest(day),
  }));
}
