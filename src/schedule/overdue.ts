// Which open tasks are overdue, and which meetings were missed: nobody can make up for those.
import { type Day, type Instant, addDays, dayAt } from '../domain/day.ts';
import type { Release, Task } from '../domain/release.ts';

/** Days after which an occurrence of a recurring task counts as missed, even where no further one comes. */
const MISSED_AFTER = 7;

/** Tasks whose day has ended and that nobody ticked, as long as they can still be done. Optional ones are never overdue, nor what relcomms does itself. */
export function overdueTasks(release: Release, done: ReadonlySet<string>, now: Instant): Task[] {
  const today = dayAt(now, release.timezone);
  return release.tasks.filter(
    (task) =>
      task.doneBy === undefined && isOpenAfterItsDay(task, done, now) && !isMissed(task, release, today),
  );
}

/** Occurrences of recurring tasks that were not done before the next one was due, or within a week. */
export function missedTasks(release: Release, done: ReadonlySet<string>, now: Instant): Task[] {
  const today = dayAt(now, release.timezone);
  return release.tasks.filter((task) => isOpenAfterItsDay(task, done, now) && isMissed(task, release, today));
}

/** Whether its day has come and, where the task comes again, the time of the next one has not. */
export function isItsTime(task: Task, release: Release, now: Instant): boolean {
  const today = dayAt(now, release.timezone);
  return task.due <= today && !isMissed(task, release, today);
}

/** Whether it is an occurrence that nobody can make up for any more. */
function isMissed({ occurrence, due }: Task, { tasks }: Release, today: Day): boolean {
  if (occurrence === undefined) return false;
  const next = tasks.find(
    (other) => other.occurrence?.of === occurrence.of && other.occurrence.number === occurrence.number + 1,
  );
  const last = addDays(due, MISSED_AFTER);
  return today >= (next !== undefined && next.due < last ? next.due : last);
}

function isOpenAfterItsDay(
  { id, optional, deadline }: Task,
  done: ReadonlySet<string>,
  now: Instant,
): boolean {
  return !optional && deadline <= now && !done.has(id);
}
