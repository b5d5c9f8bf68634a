// How many emails a person got in a week beyond own assignments and answers, and what they were about.
import { type Instant, dayAt, mondayOf } from '../../../src/domain/day.ts';
import type { Mail } from '../../../sandbox/mail/mail.ts';
import { dayOf as dayOfNumber } from './config-text.ts';
import { workingDays } from './must.ts';
import type { Played } from './play.ts';

/** relcomms wants no more. */
export const CEILING = 2;

export interface LoudWeek {
  /** `alice, week of 2026-03-02`. */
  readonly whose: string;
  /** One line an email. */
  readonly mails: readonly string[];
  /** The same of what is counted apart: alarms, asks on pull requests, and `isQuestion`. */
  readonly apart: readonly string[];
}

const ANSWER = /^(?:<!--[^>]*-->\s*)*\S+, `\/release/;

export function weeksOf({ cycle, mails, pulls }: Played): LoudWeek[] {
  const { is } = workingDays(cycle.holidays.map(dayOfNumber));
  const asks = new Set(pulls.map(({ number }) => number));
  const weeks = new Map<string, Mail[]>();
  for (const mail of mails.filter(({ reason, body }) => reason !== 'assigned' && !ANSWER.test(body))) {
    const whose = `${mail.to}, week of ${mondayOf(dayOf(mail.at))}`;
    weeks.set(whose, [...(weeks.get(whose) ?? []), mail]);
  }
  return [...weeks].map(([whose, week]) => {
    const usual = week.filter(
      (mail) => !asks.has(mail.number) && !isAlarm(mail) && !(isWelcome(mail) && !is(dayOf(mail.at))),
    );
    const isShared = new Set(usual.map(({ number }) => number)).size > 1;
    const counted = usual.filter((mail) => !(isShared && isQuestion(mail)));
    return {
      whose,
      mails: counted.map(lineOf),
      apart: week.filter((mail) => !counted.includes(mail)).map(lineOf),
    };
  });
}

const ALARM = /^[^/]*\/(?:moved|late)\/|\.moved\b/;

/** A moved date, a late release, a failing test: they go at once. Asks on pull requests have a ceiling of their own. */
function isAlarm({ subject, body }: Mail): boolean {
  return subject.startsWith('Failing tests') || ALARM.test(keysOf(body).join(' + '));
}

/** On a day off the digest can't go along: it comes on the first working day. */
function isWelcome({ body }: Mail): boolean {
  return keysOf(body).some((key) => key.endsWith('/welcome'));
}

const QUESTION = /^[^/]*\/seen-(?:ask|rung)\//;

/**
 * Nothing but questions to the teams, or steps. Where two releases run, these can't share a comment with what is said of
 * both in the issue of one: they stand where `/release seen` answers them, since below the other issue it would speak
 * of the wrong release. So they count only in weeks of one issue.
 */
function isQuestion({ body }: Mail): boolean {
  return keysOf(body).every((key) => QUESTION.test(key));
}

function lineOf({ at, number, body }: Mail): string {
  return `${dayOf(at)} #${number} ${keysOf(body).join(' + ')}`;
}

function dayOf(at: string) {
  return dayAt(Date.parse(at) as Instant, 'UTC');
}

function keysOf(body: string): string[] {
  return [...body.matchAll(/<!-- relcomms:v1 (.*?) -->/g)].map(([, key = '']) => key);
}
