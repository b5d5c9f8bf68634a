// Whether what GitHub lets this token ask for in an hour is enough for the looks of a run.
import type { Instant } from '../../domain/day.ts';
import type { Budget } from '../../github/budget.ts';
import { countWords } from '../../text/words.ts';
import { type Checkup, limited, ok } from '../checkup.ts';

const LIMITS = 'https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api';

/** Looks at everything that an hour has room for at least: the App makes four. */
const LOOKS = 4;

/** What one look took of GitHub; `left` undefined where it counts nothing. */
export interface LookCost {
  readonly requests: number;
  readonly points: number;
  readonly left: Budget | undefined;
}

export function judgeBudget({ requests, points, left }: LookCost, now: Instant): Checkup {
  const subject = 'budget of an hour';
  const cost = `a look takes ${countWords(requests, 'request')} and ${countWords(points, 'point')}`;
  if (left === undefined || points === 0) return ok('Look', subject, `${cost}; GitHub counts no points here`);
  const found = `${cost}; ${left.remaining} of ${left.limit} points are left`;
  if (left.remaining >= points * LOOKS) return ok('Look', subject, found);
  const minutes = Math.max(1, Math.ceil((left.reset - now) / 60_000));
  const isSmall = left.limit < points * LOOKS;
  return limited('Look', subject, {
    found,
    lost: 'runs wait until GitHub lets them continue',
    fix: isSmall
      ? 'Run relcomms as an App, whose budget grows with the organization, or less often.'
      : `Give relcomms a token that nothing else uses. This one has its whole budget again in ${countWords(minutes, 'minute')}.`,
    link: LIMITS,
  });
}
