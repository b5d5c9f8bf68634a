// The mails that relcomms causes, by reason and week; what is assigned to a person stands apart from all the rest.
import { type Day, type Instant, dayAt, mondayOf } from '../../src/domain/day.ts';
import type { Mail, MailReason } from './mail.ts';

/** relcomms wants no more for anybody in a week, beyond what is assigned to them. */
export const CEILING = 2;

export interface ReasonRow {
  readonly login: string;
  /** Of relcomms, in all weeks. */
  readonly byReason: Readonly<Record<MailReason, number>>;
  /** Of relcomms, beyond own assignments: one number per week, in the order of the weeks. */
  readonly beyond: readonly number[];
  /** What people wrote to each other. */
  readonly fromPeople: number;
}

export interface ReasonInput {
  readonly mails: readonly Mail[];
  readonly people: readonly string[];
  /** Mondays. */
  readonly weeks: readonly Day[];
  readonly zone: string;
}

/** One row for each person. */
export function noiseByReason({ mails, people, weeks, zone }: ReasonInput): ReasonRow[] {
  return people.map((login) => {
    const own = mails.filter(({ to }) => to === login);
    const ours = own.filter(({ from }) => from.endsWith('[bot]'));
    const count = (reason: MailReason): number => ours.filter((mail) => mail.reason === reason).length;
    const mondays = ours
      .filter(({ reason }) => reason !== 'assigned')
      .map(({ at }) => mondayOf(dayAt(Date.parse(at) as Instant, zone)));
    return {
      login,
      byReason: {
        mention: count('mention'),
        assigned: count('assigned'),
        comment: count('comment'),
        'review-request': count('review-request'),
      },
      beyond: weeks.map((week) => mondays.filter((monday) => monday === week).length),
      fromPeople: own.length - ours.length,
    };
  });
}
