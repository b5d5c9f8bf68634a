// An event outside of the releases: a conference with its days, and the day on which its call for papers closes.
import type { Day } from './day.ts';

export interface EventSpec {
  /** Lower-case words with hyphens, each once. */
  readonly id: string;
  readonly title: string;
  /** Its first day, where it takes several. */
  readonly from?: Day | undefined;
  /** Its day, or the last of several. */
  readonly on: Day;
  /** The last day on which talks can be submitted, anywhere on earth. */
  readonly cfp?: Day | undefined;
  readonly link?: string | undefined;
}

/** What a milestone is of an event: its days, or the end of its call for papers. */
export type EventPart = 'days' | 'cfp';

/** The ids of its milestones: with a dot, so that no task has one of them. */
export function eventMilestone(id: string, part: EventPart): string {
  return part === 'cfp' ? `cfp.${id}` : `event.${id}`;
}
