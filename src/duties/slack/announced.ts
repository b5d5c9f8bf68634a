// What somebody announced by a command: told to everybody who hears of dates (Y16).
import { addDays, endOfDay } from '../../domain/day.ts';
import { messageCommands } from '../../commands/message-commands.ts';
import { keyOf } from '../../text/marker.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { line, moreLine, render, text } from './render.ts';
import type { Place } from '../../notices/places.ts';
import type { CommandComment } from '../../domain/command-comment.ts';

/** News is news for so many days. */
const WINDOW_DAYS = 2;

export interface Announcement extends Message {
  /** Key of the log line about the command: without the message it isn't written. */
  readonly entry: string;
}

export function announcements(subject: Subject, places: readonly Place[]): Announcement[] {
  return commentsOf(subject).flatMap((comment) =>
    messageCommands(comment, subject.release).announced.flatMap((words, index) =>
      places.map((place) => announcement(subject, comment, words, index, place)),
    ),
  );
}

function commentsOf({ input, release }: Subject): CommandComment[] {
  return input.observed.commands.filter(({ issue }) => issue === trackingKey(release));
}

function announcement(
  { release, input, today, tracking }: Subject,
  { commentId, author }: CommandComment,
  words: string,
  index: number,
  place: Place,
): Announcement {
  return {
    name: `announce/${commentId}/${index}`,
    place,
    window: { from: input.now, until: endOfDay(addDays(today, WINDOW_DAYS), release.timezone) },
    title: `${release.version}: news from the release team`,
    lines: [line(text(words)), ...moreLine(tracking.url)],
    why: render.whyAnnounced(author),
    entry: keyOf(release.version, 'command', String(commentId)),
  };
}
