// The stages at which a milestone is announced, by the names that the log keeps.
import { forMilestone } from '../../domain/candidate.ts';
import type { Day, Instant } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { type Lead, isRaised as isRaisedBy, noticeStages } from '../../schedule/notice-stages.ts';
import type { DeadlinesConfig } from './config.ts';

export interface Stage {
  /** `1w`, `2d`, `3wd`, `4h`; the day itself is `0d`. */
  readonly name: string;
  /** From its first minute in the release's zone on it is due, unless it has an hour. */
  readonly day: Day;
  /** When it is due; absent: with the day. */
  readonly at?: Instant;
}

const SIGNS = { weeks: 'w', days: 'd', 'working-days': 'wd', hours: 'h' } as const;

export function stagesOf(
  milestone: Milestone,
  release: Release,
  config: DeadlinesConfig,
  holidays: readonly Day[],
): Stage[] {
  const stages = noticeStages(milestone, release, leadsFor(milestone, config), holidays);
  return stages.map(({ lead: { amount, unit }, ...when }) => ({ name: `${amount}${SIGNS[unit]}`, ...when }));
}

/** The newest stage that has come; earlier ones that were missed are not made up for. */
export function dueStage(stages: readonly Stage[], today: Day): Stage | undefined {
  return stages.findLast(({ day }) => day <= today);
}

/** Whether the config tells of RC1 too late, so that a stage is added. */
export function isRaised(milestone: Milestone, release: Release, config: DeadlinesConfig): boolean {
  return isRaisedBy(milestone, release, leadsFor(milestone, config));
}

function leadsFor(milestone: Milestone, { notice, milestones }: DeadlinesConfig): readonly Lead[] {
  return forMilestone(milestones, milestone)?.notice ?? notice;
}
