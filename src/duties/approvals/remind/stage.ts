// The stages at which people are reminded of a deadline, counted back in working days.
import { type Day, dayAt } from '../../../domain/day.ts';
import type { Milestone } from '../../../domain/release.ts';
import { addWorkingDays } from '../../../domain/working-days.ts';
import type { Judged } from '../judge/verdict.ts';

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
 * The newest stage that is due on a day; earlier ones that were missed are not made up for. Only stages that begin after
 * `since` count, and always the last: GitHub tells the reviewers of a new pull request itself, and who was just reminded
 * of one milestone is not at once reminded of the next.
 */
export function dueStage(stages: readonly Stage[], today: Day, since: Day): Stage | undefined {
  const newest = stages.findLast((stage) => stage.day <= today);
  return newest !== undefined && (newest.last || since < newest.day) ? newest : undefined;
}

/** The day since which a pull request has had its deadline: that of its opening, or of the milestone before. */
export function sinceWhen({ pull, passed }: Pick<Judged, 'pull' | 'passed'>, zone: string): Day {
  const opened = dayAt(pull.createdAt, zone);
  return passed !== undefined && passed.day > opened ? passed.day : opened;
}
