// Puts a message together: the notice, the log line that tells of it, and whether it may go out.
import type { Day } from '../domain/day.ts';
import type { DesiredNotice } from '../domain/desired-notice.ts';
import type { DesiredEntry } from '../domain/desired.ts';
import type { NoticeLine } from '../domain/notice.ts';
import { trackingKey } from '../memory/tracking-key.ts';
import type { Place } from './places.ts';
import { render } from './render.ts';
import { noticeKey } from './rows.ts';
import type { NoticeSubject } from './subject.ts';
import type { Window } from './window.ts';

export interface Message {
  /** Its part of the key: `due/rc1/2026-11-10/1-weeks`. */
  readonly name: string;
  readonly place: Place;
  readonly window: Window;
  /** One line of plain text. */
  readonly title: string;
  readonly lines: readonly NoticeLine[];
  readonly why: string;
  readonly pin?: boolean;
  readonly current?: boolean;
  /** Name of the message to the same place in whose thread it goes. */
  readonly thread?: string;
  readonly tells?: Readonly<Record<string, Day>>;
  readonly after?: readonly string[];
}

/** The message as it should exist. */
export function desiredOf(subject: Pick<NoticeSubject, 'duty' | 'release'>, message: Message): DesiredNotice {
  const { release } = subject;
  const { name, place, window, title, lines, why, pin, current, thread, tells, after } = message;
  const key = noticeKey(subject, name, place.slug);
  return {
    kind: 'notice',
    issue: trackingKey(release),
    notice: { key, audience: place.reach, target: place.target, ...window, title, lines, pin, why },
    current,
    thread: thread === undefined ? undefined : noticeKey(subject, thread, place.slug),
    tells,
    after,
    entry: key,
    why,
  };
}

/** The line in the log that says that it was sent. */
export function entryOf(
  subject: Pick<NoticeSubject, 'duty' | 'release' | 'today'>,
  message: Message,
): DesiredEntry {
  const { release, today } = subject;
  const key = noticeKey(subject, message.name, message.place.slug);
  const text = render.entry(message.title, message.place.target);
  return { kind: 'entry', issue: trackingKey(release), key, day: today, text, why: message.why };
}
