// Brings up messages again that wait for an approval, and notes those that were never sent.
import { LEADING_ROLES } from '../../commands/rights.ts';
import type { Desired } from '../../domain/desired.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { WaitingMessage } from '../../notices/held.ts';
import { previewKey } from '../../notices/preview-key.ts';
import { includesName, uniqueNames } from '../../people/names.ts';
import { workingDaysBetween } from '../../schedule/working-days.ts';
import { keyOf } from '../../text/marker.ts';
import type { Subject } from './input.ts';
import { render } from './render-waiting.ts';

/** Whole working days after which those who approve hear again, then those who lead. */
const REMINDED_AFTER = 1;
const ESCALATED_AFTER = 2;

/** Once each: to the role that approves, then to those who lead. */
export function reminders(waiting: WaitingMessage, subject: Subject): Desired[] {
  const { release, today, input } = subject;
  const { since, role, id } = waiting;
  if (since === undefined) return [];
  const days = workingDaysBetween(since, today, input.source.spec.holidays);
  const holders = release.roles[role] ?? [];
  const leading = LEADING_ROLES.flatMap((name) => release.roles[name] ?? []);
  const leads = uniqueNames(leading).filter((one) => !includesName(holders, one));
  if (days > ESCALATED_AFTER && leads.length > 0)
    return told(subject, keyOf(release.version, 'escalated', id), render.reminder(waiting, leads), waiting);
  return days > REMINDED_AFTER
    ? told(subject, keyOf(release.version, 'reminded', id), render.reminder(waiting, holders), waiting)
    : [];
}

function told({ release, today }: Subject, key: string, body: string, waiting: WaitingMessage): Desired[] {
  const issue = trackingKey(release);
  const why = render.why();
  return [
    { kind: 'comment', issue, key, entry: key, body, why },
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
