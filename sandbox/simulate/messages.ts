// Turns GitHub's mails into messages: who gets one together, and which operation of the run caused it.
import type { Day } from '../../src/domain/day.ts';
import type { Operation } from '../../src/domain/operation.ts';
import type { Applied } from '../../src/domain/outcome.ts';
import { ledgerKey } from '../../src/memory/ledger.ts';
import { readMarker } from '../../src/text/marker.ts';
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
    const cause = first.from.endsWith('[bot]') ? causeOf(first, applied) : undefined;
    const recipients = [...new Set(group.map(({ to }) => to))];
    return [
      {
        kind: 'message',
        day,
        reason: first.reason,
        from: first.from.endsWith('[bot]') ? 'relcomms' : first.from,
        recipients,
        audience: [...new Set(recipients.flatMap((login) => rolesOf(login, roles)))],
        operation: cause?.kind,
        number: first.number,
        title: first.subject,
        why: cause?.why ?? (first.from.endsWith('[bot]') ? 'relcomms wrote it' : `${first.from} wrote it`),
      },
    ];
  });
}

function rolesOf(login: string, roles: MessageInput['roles']): string[] {
  return Object.entries(roles).flatMap(([role, logins]) =>
    logins.some((other) => isSame(other, login)) ? [role] : [],
  );
}

/** Assignments are known by the person, texts by their marker; else it is what was done to that number. */
function causeOf(mail: Mail, applied: readonly Applied[]): Operation | undefined {
  const marker = readMarker(mail.body);
  const there = applied.filter(({ number }) => number === mail.number);
  const found =
    mail.reason === 'assigned'
      ? there.find(({ operation }) => operation.kind === 'add-assignee' && isSame(operation.login, mail.to))
      : (applied.find(({ operation }) => marker !== undefined && keyOf(operation) === marker) ?? there[0]);
  return found?.operation;
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
