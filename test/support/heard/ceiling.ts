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
  /** The same of what is counted apart: alarms, asks on pull requests, and `isElsewhere`. */
  readonly apart: readonly string[];
}

const ANSWER = /^(?:<!--[^>]*-->\s*)*\S+, `\/release/;

export function weeksOf({ mails, pulls }: Played): LoudWeek[] {
  const ours = mails.filter(({ reason, body }) => reason !== 'assigned' && !ANSWER.test(body));
  const hosts = new Map(
    ours
      .filter(({ body }) => keysOf(body).some((key) => DIGEST.test(key)))
      .map((mail) => [mondayOf(dayOf(mail)), mail.number]),
  );
  const weeks = new Map<string, { mails: string[]; apart: string[] }>();
  for (const mail of ours) {
    const monday = mondayOf(dayOf(mail));
    const whose = `${mail.to}, week of ${monday}`;
    const week = weeks.get(whose) ?? { mails: [], apart: [] };
    weeks.set(whose, week);
    const isOnPull = pulls.some(({ number }) => number === mail.number);
    const apart = isOnPull || isAlarm(mail) || isElsewhere(mail, hosts.get(monday));
    week[apart ? 'apart' : 'mails'].push(`${dayOf(mail)} #${mail.number} ${keysOf(mail.body).join(' + ')}`);
  }
  return [...weeks].map(([whose, week]) => ({ whose, ...week }));
}

const ALARM = /^[^/]*\/(?:moved|late)\/|\.moved\b/;

/** A moved date, a late release, a failing test: they go at once. Asks on pull requests have a ceiling of their own. */
function isAlarm({ subject, body }: Mail): boolean {
  return subject.startsWith('Failing tests') || ALARM.test(keysOf(body).join(' + '));
}

const DIGEST = /\/deadlines\/(?:.*~)?(?:[^~]*%3A)?digest\./;
const QUESTION = /^[^/]*\/seen-(?:ask|rung)\//;

/**
 * A question to the teams, or a step, in the issue of another release than the digest of the week. It stands where
 * `/release seen` answers it: an answer below the digest would be one about the wrong release. So it shares no comment.
 */
function isElsewhere({ number, body }: Mail, host: number | undefined): boolean {
  return host !== undefined && host !== number && keysOf(body).every((key) => QUESTION.test(key));
}

function dayOf({ at }: Mail) {
  return dayAt(Date.parse(at) as Instant, 'UTC');
}

function keysOf(body: string): string[] {
  return [...body.matchAll(/<!-- relcomms:v1 (.*?) -->/g)].map(([, key = '']) => key);
}
