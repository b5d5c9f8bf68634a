// Which tasks are open, overdue or due soon, from the checklist as it is.
import { type Day, dayAt } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release, Task } from '../../domain/release.ts';
import { overdueTasks } from '../../schedule/overdue.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { keyOf } from '../../text/marker.ts';
import { doneness } from '../done.ts';
import { mayBegin } from '../units.ts';
import type { DeadlinesInput } from './input.ts';

/** Working days ahead in which a task is due soon. */
const SOON = 2;

export interface OpenTasks {
  /** All that are not done and that people do, optional ones included. */
  readonly open: readonly Task[];
  /** Their day has ended; what is optional is never late. Soonest first. */
  readonly overdue: readonly Task[];
  /** Due today or on one of the next two working days, and not to be done later only. */
  readonly soon: readonly Task[];
  /** Ids of all that are done. */
  readonly done: ReadonlySet<string>;
}

export function openTasks(release: Release, tracking: OwnIssue, input: DeadlinesInput): OpenTasks {
  const today = dayAt(input.now, release.timezone);
  const until = soonUntil(today, input);
  // As the tracking issue judges it: a box and an issue that disagree are settled in this very run.
  const { done } = doneness(release, tracking, input.observed.ownIssues);
  const open = release.tasks.filter(({ id, doneBy }) => doneBy === undefined && !done.has(id));
  return {
    open,
    done,
    overdue: overdueTasks(release, done, input.now),
    soon: open.filter(
      (task) =>
        !task.optional &&
        task.deadline > input.now &&
        task.due <= until &&
        mayBegin(task, today, release, done),
    ),
  };
}

/** The last day that is soon. */
export function soonUntil(today: Day, { source }: Pick<DeadlinesInput, 'source'>): Day {
  return addWorkingDays(today, SOON, source.spec.holidays);
}

/** The issue that a task, or the span that it belongs to, has of its own. */
export function taskIssueOf(
  { id, part }: Task,
  release: Release,
  issues: readonly OwnIssue[],
): OwnIssue | undefined {
  const key = keyOf(release.version, 'task', part?.of ?? id);
  return issues.find((issue) => issue.key === key);
}
