// The end that notices of a milestone count to: of a freeze or event of several days, that of the first.
import { type Day, type Instant, endOfDay } from '../domain/day.ts';
import type { Milestone } from '../domain/release.ts';
import { isFreeze, kindOf } from './milestone-kind.ts';

export interface NoticeEnd {
  readonly day: Day;
  /** The first instant at which a notice comes too late. */
  readonly deadline: Instant;
  /** Its last day, where notices count to the first. */
  readonly last?: Day;
}

/** Teams have to be ready when a freeze or an event begins; a vote or a test week has to be done when it ends. */
export function noticeEnd(milestone: Milestone, version: string): NoticeEnd {
  const { from, day, deadline, zone } = milestone;
  if (from === undefined || (!isFreeze(milestone, version) && kindOf(milestone, version) !== 'event'))
    return { day, deadline };
  return { day: from, deadline: endOfDay(from, zone), last: day };
}
