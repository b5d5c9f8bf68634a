// What somebody announced by a command: told to everybody who hears of dates (Y16).
import { addDays, endOfDay } from '../../domain/day.ts';
import { commandKey } from '../../commands/answer-comment.ts';
import type { Said } from '../../commands/effects-of.ts';
import { saidTo } from '../said-to.ts';
import { announceCommand } from './commands.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { line, render, text, wayLines } from './render.ts';
import type { Place } from '../../notices/places.ts';

/** News is news for so many days. */
const WINDOW_DAYS = 2;

export interface Announcement extends Message {
  /** Key of the log line about the command: without the message it isn't written. */
  readonly entry: string;
}

export function announcements(subject: Subject, places: readonly Place[]): Announcement[] {
  const all = saidTo(announceCommand, subject.release, subject.input);
  return all.flatMap((said, index) => {
    const nth = all.slice(0, index).filter(({ commentId }) => commentId === said.commentId).length;
    return places.map((place) => announcement(subject, said, nth, place));
  });
}

/** `nth` counts the announcements of one comment. */
function announcement(
  { release, input, today, tracking }: Subject,
  { commentId, by, effect }: Said<string>,
  nth: number,
  place: Place,
): Announcement {
  return {
    name: `announce/${commentId}/${nth}`,
    place,
    window: { from: input.now, until: endOfDay(addDays(today, WINDOW_DAYS), release.timezone) },
    title: `${release.version}: news from the release team`,
    lines: [
      line(text(effect)),
      line(text(`From ${by}. Questions? Comment on the tracking issue.`)),
      ...wayLines(undefined, tracking.url),
    ],
    why: render.whyAnnounced(by),
    entry: commandKey(release, commentId),
  };
}
