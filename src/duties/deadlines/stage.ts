// The stages at which a milestone is told, on days of the release's zone.
import { type Day, type Instant, addDays, dayAt } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { addWorkingDays, isWorkingDay } from '../../schedule/working-days.ts';
import { type DeadlinesConfig, FIRST_NOTICE_DAYS, type Lead, daysOfLead } from './config.ts';
import { isFirstCandidate } from './milestone-kind.ts';

export interface Stage {
  /** `1w`, `2d`, `3wd`; the day itself is `0d`. */
  readonly name: string;
  /** From its first minute in the release's zone on it is due. */
  readonly day: Day;
}

const SIGNS = { weeks: 'w', days: 'd', 'working-days': 'wd' } as const;

/**
 * All stages, the earliest first; of two on one day the later one. What falls on a day off is told on the working day
 * before, but the day of the deadline is what it is. RC1 is told at least a week before, whatever is written (Y3).
 */
export function stagesOf(
  milestone: Milestone,
  release: Release,
  config: DeadlinesConfig,
  holidays: readonly Day[],
): Stage[] {
  const last = lastDay(milestone, release);
  const stages = leadsFor(milestone, release, config)
    .map((lead) => ({ name: `${lead.amount}${SIGNS[lead.unit]}`, day: dayOf(lead, last, holidays), lead }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : daysOfLead(b.lead) - daysOfLead(a.lead)));
  return stages
    .filter(({ day }, index) => stages[index + 1]?.day !== day)
    .map(({ name, day }) => ({ name, day }));
}

/** The newest stage that has come; earlier ones that were missed are not made up for. */
export function dueStage(stages: readonly Stage[], today: Day): Stage | undefined {
  return stages.findLast(({ day }) => day <= today);
}

/** Whether the config tells of RC1 too late, so that a stage is added. */
export function isRaised(milestone: Milestone, release: Release, config: DeadlinesConfig): boolean {
  const leads = writtenLeads(milestone, config);
  if (leads.length === 0 || !isFirstCandidate(milestone, release.version)) return false;
  return leads.every((lead) => daysOfLead(lead) < FIRST_NOTICE_DAYS);
}

function writtenLeads({ id }: Milestone, { notice, milestones }: DeadlinesConfig): readonly Lead[] {
  return (Object.hasOwn(milestones, id) ? milestones[id]?.notice : undefined) ?? notice;
}

function leadsFor(milestone: Milestone, release: Release, config: DeadlinesConfig): readonly Lead[] {
  const leads = writtenLeads(milestone, config);
  return isRaised(milestone, release, config) ? [{ amount: 1, unit: 'weeks' }, ...leads] : leads;
}

/** The day of the milestone, or the one before where it is over before that day begins for the reader. */
function lastDay({ day, deadline }: Milestone, { timezone }: Release): Day {
  const reader = dayAt((deadline - 1) as Instant, timezone);
  return reader < day ? reader : day;
}

function dayOf({ amount, unit }: Lead, last: Day, holidays: readonly Day[]): Day {
  if (unit === 'working-days') return addWorkingDays(last, -amount, holidays);
  const day = addDays(last, unit === 'weeks' ? -7 * amount : -amount);
  return amount === 0 || isWorkingDay(day, holidays) ? day : addWorkingDays(day, -1, holidays);
}
