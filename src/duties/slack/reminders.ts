// Brings up messages again that wait for an approval, and notes those that were never sent.
import { LEADING_ROLES } from '../../commands/rights.ts';
import type { Day } from '../../domain/day.ts';
import type { Desired } from '../../domain/desired.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { WaitingMessage } from '../../notices/held.ts';
import { previewKey } from '../../notices/preview-key.ts';
import { includesName, uniqueNames } from '../../people/names.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';
import { keyOf } from '../../text/marker.ts';
import type { Subject } from './input.ts';
import { render } from './render-waiting.ts';

/** Whole working days after which those who approve hear again, and so many after that those who lead. */
const REMINDED_AFTER = 1;
const ESCALATED_AFTER = 1;

/** So many working days each waits for another comment, which it goes along with. */
const PATIENCE = 2;

/** Milliseconds before the end of the window from which on nothing waits. */
const LATE = 48 * 3_600_000;

/** Once each: to the role that approves, then to those who lead. */
export function reminders(waiting: WaitingMessage, subject: Subject): Desired[] {
  const { release, tracking, today, input } = subject;
  const { since, role, id } = waiting;
  if (since === undefined) return [];
  const after = (day: Day): number => workingDaysBetween(day, today, input.source.spec.holidays);
  const isLate = waiting.message.window.until - input.now < LATE;
  const holders = release.roles[role] ?? [];
  const leading = LEADING_ROLES.flatMap((name) => release.roles[name] ?? []);
  const leads = uniqueNames(leading).filter((one) => !includesName(holders, one));
  const reminded = keyOf(release.version, 'reminded', id);
  const before = tracking.ledger?.entries.find(({ key }) => key === reminded)?.day;
  const [key, people, days] =
    before === undefined
      ? [reminded, holders, after(since) - REMINDED_AFTER]
      : [keyOf(release.version, 'escalated', id), leads, after(before) - ESCALATED_AFTER];
  if (days <= 0 || (before !== undefined && leads.length === 0)) return [];
  return told(subject, {
    key,
    body: render.reminder(waiting, people),
    mayWait: !isLate && days <= PATIENCE,
    waiting,
  });
}

interface Told {
  readonly key: string;
  readonly body: string;
  readonly mayWait: boolean;
  readonly waiting: WaitingMessage;
}

function told({ release, today }: Subject, { key, body, mayWait, waiting }: Told): Desired[] {
  const issue = trackingKey(release);
  const why = render.why();
  return [
    { kind: 'comment', issue, key, entry: key, body, mayWait, why },
    { kind: 'entry', issue, key, day: today, text: render.remindedEntry(waiting), why },
  ];
}

/** Previews that nobody approved, of messages that are no more: their time is over, or they have other words now. */
export function lapsed(waiting: readonly WaitingMessage[], subject: Subject): Desired[] {
  const { release, tracking, today, approvals } = subject;
  const entries = tracking.ledger?.entries ?? [];
  const isNoted = (what: string, id: string) =>
    entries.some(({ key }) => key === keyOf(release.version, what, id));
  const shown = entries.flatMap(({ key, text }) => {
    const id = key.split('/').at(-1) ?? '';
    return key === previewKey(release, id) ? [{ id, text }] : [];
  });
  const gone = shown.filter(
    ({ id }) =>
      !isNoted('approved', id) &&
      !isNoted('lapsed', id) &&
      waiting.every((one) => one.id !== id) &&
      approvals.every((one) => one.id !== id),
  );
  return gone.map(({ id, text }) => ({
    kind: 'entry',
    issue: trackingKey(release),
    key: keyOf(release.version, 'lapsed', id),
    day: today,
    text: render.lapsed(text),
    why: render.whyLapsed(),
  }));
}
