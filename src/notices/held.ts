// Messages that a role approves: shown in the tracking issue first, sent when somebody says so (K6).
import { type Day, dayAt, mondayOf } from '../domain/day.ts';
import type { Desired } from '../domain/desired.ts';
import { keyOf } from '../text/marker.ts';
import { trackingKey } from '../memory/tracking-key.ts';
import type { Message } from './message.ts';
import { previewKey } from './preview-key.ts';
import { renderPreview } from './render-preview.ts';
import { render } from './render.ts';
import type { NoticeSubject } from './subject.ts';
import { shortHash } from '../text/short-hash.ts';

export interface Held {
  readonly approved: boolean;
  readonly desired: readonly Desired[];
}

/** A message that is in its window and that nobody has approved. */
export interface WaitingMessage {
  /** Its name in a command. */
  readonly id: string;
  readonly role: string;
  readonly message: Message;
  /** The day on which its preview was shown; absent: this run shows it. */
  readonly since?: Day | undefined;
}

/** Undefined where no role approves it, where somebody has, and outside of its window. */
export function waitingOf(subject: NoticeSubject, message: Message): WaitingMessage | undefined {
  const { release, tracking, approvals } = subject;
  const { approval: role } = message.place;
  if (role === undefined || !isShown(subject, message)) return undefined;
  const id = wordsId(message);
  const entries = tracking.ledger?.entries ?? [];
  const isApproved = entries.some(({ key }) => key === keyOf(release.version, 'approved', id));
  if (isApproved || approvals.some((approval) => approval.id === id)) return undefined;
  const since = entries.find(({ key }) => key === previewKey(release, id))?.day;
  return { id, role, message, since };
}

/**
 * From the Monday of the week in which it may go out: whoever approves it has time, and gets the preview with the
 * digest of that week.
 */
export function isShown(
  { now, release: { timezone } }: Pick<NoticeSubject, 'now' | 'release'>,
  { window }: Pick<Message, 'window'>,
): boolean {
  return dayAt(now, timezone) >= mondayOf(dayAt(window.from, timezone)) && now < window.until;
}

/** The preview while it waits, the log line once it is approved. */
export function heldFor(subject: NoticeSubject, message: Message, role: string): Held {
  const { release, tracking, today } = subject;
  const id = wordsId(message);
  const approvedKey = keyOf(release.version, 'approved', id);
  const noted = tracking.ledger?.entries.some(({ key }) => key === approvedKey) === true;
  const now = subject.approvals.find((approval) => approval.id === id);
  const why = render.whyPreview(role);
  const issue = trackingKey(release);
  if (noted) return { approved: true, desired: [] };
  if (now !== undefined) {
    const text = render.approved(now.by, message.title, message.place.target);
    return { approved: true, desired: [{ kind: 'entry', issue, key: approvedKey, day: today, text, why }] };
  }
  const key = previewKey(release, id);
  const text = render.previewed(message.title, message.place.target);
  return {
    approved: false,
    desired: [
      {
        kind: 'comment',
        issue,
        key,
        entry: key,
        body: renderPreview(message, { role, id, people: release.roles[role] ?? [] }),
        mayWait: subject.now < message.window.from,
        why,
      },
      { kind: 'entry', issue, key, day: today, text, why },
    ],
  };
}

/** Its name in a command: other words, another place or another end of its window have another, so what was approved is what goes out. */
function wordsId({ title, lines, place, window, pin }: Message): string {
  return shortHash([place.slug, place.target, title, lines, window.until, pin === true], 8);
}
