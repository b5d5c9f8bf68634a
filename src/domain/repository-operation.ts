// The writes that concern the repository as a whole: labels and GitHub milestones.
import type { Day } from './day.ts';

export interface CreateLabel {
  readonly kind: 'create-label';
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

export interface CreateMilestone {
  readonly kind: 'create-milestone';
  readonly title: string;
  readonly description: string;
  readonly dueOn: Day;
}

export interface MoveMilestone {
  readonly kind: 'move-milestone';
  readonly number: number;
  readonly title: string;
  readonly from?: Day | undefined;
  readonly dueOn: Day;
}
