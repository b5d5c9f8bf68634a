// The days on which a milestone is told before it is due.
import type { Span, TimeSpan } from '../domain/span.ts';
import { type Day, type Instant, addDays, dayAt } from '../domain/day.ts';
import type { Milestone, Release } from '../domain/release.ts';
import { isFirstCandidate } from './milestone-kind.ts';
import { type NoticeEnd, noticeEnd } from './notice-end.ts';
import { addWorkingDays, isWorkingDay } from '../domain/working-days.ts';

/** How long before a deadline it is told; nothing before it means on its day. */
export type Lead = TimeSpan;

export interface NoticeStage {
  readonly lead: Lead;
  /** In the release's zone. */
  readonly day: Day;
  /** When it begins; absent: with the day. */
  readonly at?: Instant;
}

/** Teams hear of the deadlines at least so many days before RC1 (Y3). */
export const FIRST_NOTICE_DAYS = 7;

const WEEK: Lead = { amount: 1, unit: 'weeks' };

const HOUR = 3_600_000;

/**
 * All stages, the earliest first; of two on one day the later one. What falls on a day off is told on the working day
 * before, hours too. RC1 is told at least a week before, whatever is written (Y3).
 */
export function noticeStages(
  milestone: Milestone,
  release: Release,
  leads: readonly Lead[],
  holidays: readonly Day[],
): NoticeStage[] {
  const end = noticeEnd(milestone, release.version);
  const last = lastDay(end, release);
  const all = isRaised(milestone, release, leads) ? [WEEK, ...leads] : leads;
  const stages = all
    .map((lead): NoticeStage => {
      if (lead.unit === 'hours') return hoursBefore(lead, end, release, holidays);
      return { lead, day: dayOf({ amount: lead.amount, unit: lead.unit }, last, holidays) };
    })
    .toSorted(inOrder);
  return stages.filter(({ day }, index) => stages[index + 1]?.day !== day);
}

/** Whether RC1 would be told too late, so that a stage is added. */
export function isRaised(milestone: Milestone, { version }: Release, leads: readonly Lead[]): boolean {
  if (leads.length === 0 || !isFirstCandidate(milestone, version)) return false;
  return leads.every((lead) => daysOfLead(lead) < FIRST_NOTICE_DAYS);
}

/** On one day the one without an hour is the earlier. */
function inOrder(a: NoticeStage, b: NoticeStage): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return (a.at ?? 0) - (b.at ?? 0) || daysOfLead(b.lead) - daysOfLead(a.lead);
}

/** So many real hours before it is late. */
function hoursBefore(
  lead: Lead,
  { deadline }: NoticeEnd,
  { timezone }: Release,
  holidays: readonly Day[],
): NoticeStage {
  const at = (deadline - lead.amount * HOUR) as Instant;
  const day = dayAt(at, timezone);
  return isWorkingDay(day, holidays) ? { lead, day, at } : { lead, day: addWorkingDays(day, -1, holidays) };
}

/** The fewest calendar days that it is before. */
export function daysOfLead({ amount, unit }: Lead): number {
  if (unit === 'weeks') return amount * 7;
  if (unit === 'hours') return Math.floor(amount / 24);
  return unit === 'working-days' ? amount + 2 * Math.floor(amount / 5) : amount;
}

/** The day of the milestone, or the one before where it is over before that day begins for the reader. */
function lastDay({ day, deadline }: NoticeEnd, { timezone }: Release): Day {
  const reader = dayAt((deadline - 1) as Instant, timezone);
  return reader < day ? reader : day;
}

function dayOf({ amount, unit }: Span, last: Day, holidays: readonly Day[]): Day {
  if (unit === 'working-days') return addWorkingDays(last, -amount, holidays);
  const day = addDays(last, unit === 'weeks' ? -7 * amount : -amount);
  return isWorkingDay(day, holidays) ? day : addWorkingDays(day, -1, holidays);
}
