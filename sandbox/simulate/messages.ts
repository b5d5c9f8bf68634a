// Turns GitHub's mails into messages: who gets one together, and which operation of the run caused it.
import type { Day } from '../../src/domain/day.ts';
import type { Operation } from '../../src/domain/operation.ts';
import type { Applied } from '../../src/domain/outcome.ts';
import { ledgerKey } from '../../src/memory/ledger.ts';
import { readMarkers } from '../../src/text/marker.ts';
import type { Mail } from '../mail/mail.ts';
import type { SimulatedMessage } from './simulation.ts';

export interface MessageInput {
  readonly day: Day;
  /** New since the last step, oldest first. */
  readonly mails: readonly Mail[];
  /** Operations of the run that went before; empty after a deed. */
  readonly applied: readonly Applied[];
  /** Logins by role. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** Mails of the same event for the same reason are one message. */
export function messagesOf({ day, mails, applied, roles }: MessageInput): SimulatedMessage[] {
  const groups = new Map<string, Mail[]>();
  for (const mail of mails) {
    const own = mail.reason === 'assigned' || mail.reason === 'review-request' ? mail.to : '';
    const key = [mail.number, mail.reason, mail.from, mail.body, own].join('\0');
    groups.set(key, [...(groups.get(key) ?? []), mail]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const causes = first.from.endsWith('[bot]') ? causesOf(first, applied) : [];
    const why = [...new Set(causes.map((cause) => cause.why))].join('; ');
    const recipients = [...new Set(group.map(({ to }) => to))];
    return [
      {
        kind: 'message',
        day,
        reason: first.reason,
        from: first.from.endsWith('[bot]') ? 'relcomms' : first.from,
        recipients,
        audience: [...new Set(recipients.flatMap((login) => rolesOf(login, roles)))],
        ...(isAnswer(causes) ? { isAnswer: true as const } : {}),
        operation: causes[0]?.kind,
        number: first.number,
        title: first.subject,
        why: why !== '' ? why : first.from.endsWith('[bot]') ? 'relcomms wrote it' : `${first.from} wrote it`,
      },
    ];
  });
}

function rolesOf(login: string, roles: MessageInput['roles']): string[] {
  return Object.entries(roles).flatMap(([role, logins]) =>
    logins.some((other) => isSame(other, login)) ? [role] : [],
  );
}

/** Assignments are known by the person, texts by their markers; else it is what was done to that number. */
function causesOf(mail: Mail, applied: readonly Applied[]): Operation[] {
  const markers = readMarkers(mail.body);
  const there = applied.filter(({ number }) => number === mail.number);
  if (mail.reason === 'assigned')
    return there
      .map(({ operation }) => operation)
      .filter((one) => one.kind === 'add-assignee' && isSame(one.login, mail.to));
  const written = applied.filter(({ operation }) => markers.includes(keyOf(operation) ?? ''));
  return (written.length > 0 ? written : there.slice(0, 1)).map(({ operation }) => operation);
}

function isAnswer(causes: readonly Operation[]): boolean {
  return (
    causes.length > 0 && causes.every((cause) => cause.kind === 'create-comment' && cause.isAnswer === true)
  );
}

/** GitHub's logins know no case. */
function isSame(login: string, other: string): boolean {
  return login.toLowerCase() === other.toLowerCase();
}

/** The marker of the text that an operation writes. */
function keyOf(operation: Operation): string | undefined {
  if (operation.kind === 'write-ledger') return ledgerKey(operation.key);
  return operation.kind !== 'write-body' && 'key' in operation ? operation.key : undefined;
}
