// How many emails a person got in a week beyond own assignments and answers, and what they were about.
import { type Instant, dayAt, mondayOf } from '../../../src/domain/day.ts';
import type { Mail } from '../../../sandbox/mail/mail.ts';
import type { Played } from './play.ts';

/** relcomms wants no more. */
export const CEILING = 2;

export interface LoudWeek {
  /** `alice, week of 2026-03-02`. */
  readonly whose: string;
  /** One line an email. */
  readonly mails: readonly string[];
  /** The same of what is counted apart: see `isApart`. */
  readonly apart: readonly string[];
}

const ANSWER = /^(?:<!--[^>]*-->\s*)*\S+, `\/release/;

export function weeksOf({ mails, pulls }: Played): LoudWeek[] {
  const weeks = new Map<string, { mails: string[]; apart: string[] }>();
  for (const mail of mails.filter(({ reason, body }) => reason !== 'assigned' && !ANSWER.test(body))) {
    const day = dayAt(Date.parse(mail.at) as Instant, 'UTC');
    const whose = `${mail.to}, week of ${mondayOf(day)}`;
    const week = weeks.get(whose) ?? { mails: [], apart: [] };
    weeks.set(whose, week);
    const isOnPull = pulls.some(({ number }) => number === mail.number);
    week[isOnPull || isApart(mail) ? 'apart' : 'mails'].push(`${day} #${mail.number} ${keysOf(mail)}`);
  }
  return [...weeks].map(([whose, week]) => ({ whose, ...week }));
}

/** What goes at once, or has to be once: alarms, failing tests, questions to teams, the first line of a record. */
const APART = /\/(?:moved|late|seen-ask|seen-rung|record)\/|\.moved\b/;

/** Asks on pull requests are, too. */
function isApart(mail: Mail): boolean {
  return mail.subject.startsWith('Failing tests') || APART.test(keysOf(mail));
}

function keysOf({ body }: Mail): string {
  return [...body.matchAll(/<!-- relcomms:v1 (.*?) -->/g)].map(([, key]) => key).join(' + ');
}
