// A moved milestone and the tasks that follow it.
import type { Day } from '../../../domain/day.ts';
import type { Milestone, Task } from '../../../domain/release.ts';

/** A milestone moved, with its history. */
export interface Slip {
  readonly milestone: Milestone;
  readonly from: Day;
  readonly to: Day;
  /** Later when positive. */
  readonly days: number;
}

/** A task that follows a moved milestone, or that was moved itself. */
export interface MovedTask {
  readonly task: Task;
  readonly from: Day;
}
