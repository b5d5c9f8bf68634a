// The days on which a milestone is told before it is due.
import type { Span } from '../domain/span.ts';
import { type Day, type Instant, addDays, dayAt } from '../domain/day.ts';
import type { Milestone, Release } from '../domain/release.ts';
import { isFirstCandidate } from './milestone-kind.ts';
import { addWorkingDays, isWorkingDay } from '../domain/working-days.ts';

/** How long before a deadline it is told; nothing before it means on its day. */
export type Lead = Span;

export interface NoticeStage {
  readonly lead: Lead;
  /** In the release's zone. */
  readonly day: Day;
}

/** Teams hear of the deadlines at least so many days before RC1 (Y3). */
export const FIRST_NOTICE_DAYS = 7;

const WEEK: Lead = { amount: 1, unit: 'weeks' };

/**
 * All stages, the earliest first; of two on one day the later one. What falls on a day off is told on the working day
 * before. RC1 is told at least a week before, whatever is written (Y3).
 */
export function noticeStages(
  milestone: Milestone,
  release: Release,
  leads: readonly Lead[],
  holidays: readonly Day[],
): NoticeStage[] {
  const last = lastDay(milestone, release);
  const all = isRaised(milestone, release, leads) ? [WEEK, ...leads] : leads;
  const stages = all
    .map((lead) => ({ lead, day: dayOf(lead, last, holidays) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : daysOfLead(b.lead) - daysOfLead(a.lead)));
  return stages.filter(({ day }, index) => stages[index + 1]?.day !== day);
}

/** Whether RC1 would be told too late, so that a stage is added. */
export function isRaised(milestone: Milestone, { version }: Release, leads: readonly Lead[]): boolean {
  if (leads.length === 0 || !isFirstCandidate(milestone, version)) return false;
  return leads.every((lead) => daysOfLead(lead) < FIRST_NOTICE_DAYS);
}

/** The fewest calendar days that it is before. */
export function daysOfLead({ amount, unit }: Lead): number {
  if (unit === 'weeks') return amount * 7;
  return unit === 'working-days' ? amount + 2 * Math.floor(amount / 5) : amount;
}

/** The day of the milestone, or the one before where it is over before that day begins for the reader. */
function lastDay({ day, deadline }: Milestone, { timezone }: Release): Day {
  const reader = dayAt((deadline - 1) as Instant, timezone);
  return reader < day ? reader : day;
}

function dayOf({ amount, unit }: Lead, last: Day, holidays: readonly Day[]): Day {
  if (unit === 'working-days') return addWorkingDays(last, -amount, holidays);
  const day = addDays(last, unit === 'weeks' ? -7 * amount : -amount);
  return isWorkingDay(day, holidays) ? day : addWorkingDays(day, -1, holidays);
}
