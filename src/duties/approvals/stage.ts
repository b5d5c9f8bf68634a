// The stages at which people are reminded of a deadline, counted back in working days.
import type { Day } from '../../domain/day.ts';
import type { Milestone } from '../../domain/release.ts';
import { addWorkingDays } from '../../schedule/working-days.ts';

export interface Stage {
  /** Working days before the deadline. */
  readonly days: number;
  /** The day from which on it is due. */
  readonly day: Day;
  /** No other comes after it. */
  readonly last: boolean;
}

/** All stages of a deadline, the earliest first. */
export function stagesOf(deadline: Milestone, remind: readonly number[], holidays: readonly Day[]): Stage[] {
  return remind
    .toSorted((a, b) => b - a)
    .map((days, index) => ({
      days,
      day: addWorkingDays(deadline.day, -days, holidays),
      last: index === remind.length - 1,
    }));
}

/**
 * The newest stage that is due on a day; earlier ones that were missed are not made up for. Who opens a pull request
 * has just had GitHub tell its reviewers: on that day only the last stage counts.
 */
export function dueStage(stages: readonly Stage[], today: Day, opened: Day): Stage | undefined {
  const due = stages.findLast((stage) => stage.day <= today);
  return due !== undefined && (due.last || opened < today) ? due : undefined;
}
