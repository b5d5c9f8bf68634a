// The mails that GitHub would send for an event: mentions, assignments, review requests, comments.
import { ACTIONS_BOT, type Delivery } from '../../packages/embedded-github/src/index.ts';
import type { Mail, MailReason } from './mail.ts';
import { mentionsIn } from './mentions.ts';
import { type ThreadEvent, readEvent } from './read-event.ts';

export interface MailPeople {
  readonly people: readonly string[];
  /** Members by `org/team`. */
  readonly teams: Readonly<Record<string, readonly string[]>>;
}

/** Everybody who takes part in a thread, by its number. */
export type Threads = Map<number, Set<string>>;

/** The mails of one event, and who takes part after it. Edits mail nobody, nor does one's own doing. */
export function mailsOf(delivery: Delivery, threads: Threads, who: MailPeople): Mail[] {
  const event = readEvent(delivery);
  if (event === undefined) return [];
  const part = threads.get(event.number) ?? new Set<string>();
  threads.set(event.number, part);
  const reasons = reasonsOf(event, part, who);
  for (const login of [event.author, ...event.assignees, ...reasons.keys()]) part.add(login);
  if (event.event === 'issue_comment' && event.action === 'created') part.add(event.sender);
  return who.people.flatMap((login) => {
    const reason = reasons.get(login);
    return reason === undefined || login === event.sender ? [] : [mail(login, reason, event)];
  });
}

function reasonsOf(event: ThreadEvent, part: ReadonlySet<string>, who: MailPeople): Map<string, MailReason> {
  const reasons = new Map<string, MailReason>();
  const give = (logins: readonly string[], reason: MailReason): void => {
    for (const login of logins) if (!reasons.has(login)) reasons.set(login, reason);
  };
  const { assignee, requestedReviewer } = event;
  if (event.action === 'assigned' && assignee !== undefined) give([assignee], 'assigned');
  if (event.action === 'review_requested' && requestedReviewer !== undefined)
    give([requestedReviewer], 'review-request');
  if (isWriting(event)) {
    give(mentioned(event, who), 'mention');
    if (event.event !== 'issues' && event.event !== 'pull_request') give([...part], 'comment');
  }
  return reasons;
}

function isWriting({ event, action }: ThreadEvent): boolean {
  if (event === 'issues' || event === 'pull_request') return action === 'opened';
  if (event === 'issue_comment') return action === 'created';
  return event === 'pull_request_review' && action === 'submitted';
}

/** The token of a workflow sees no teams: what it writes mentions none. */
function mentioned({ text, sender }: ThreadEvent, { people, teams }: MailPeople): string[] {
  const names = mentionsIn(text).map((name) => name.toLowerCase());
  const logins = names.flatMap((name) => (sender === ACTIONS_BOT ? [name] : (teams[name] ?? [name])));
  return people.filter((login) => logins.includes(login.toLowerCase()));
}

function mail(to: string, reason: MailReason, event: ThreadEvent): Mail {
  return {
    to,
    reason,
    at: event.at,
    from: event.sender,
    number: event.number,
    subject: event.title,
    body: reason === 'assigned' || reason === 'review-request' ? '' : event.text,
  };
}
