// Who has to do what this week, over all releases: deadlines, tasks that are due, and those that are overdue.
import { type Day, dayAt, mondayOf } from '../../domain/day.ts';
import type { Release, Task } from '../../domain/release.ts';
import type { StandingReminder } from '../../domain/standing.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';
import { daysToSet } from './days-to-set.ts';
import type { DeadlinesInput, Tracked } from './input.ts';
import type { Notice } from './notices.ts';
import { openTasks, taskIssueOf } from './tasks.ts';
import { begunOn, isMoving } from './told.ts';

/** One thing that somebody has to do. */
export type Todo =
  | { readonly kind: 'deadline'; readonly notice: Notice }
  | {
      readonly kind: 'task';
      readonly release: Release;
      readonly task: Task;
      readonly number: number | undefined;
      readonly overdue: boolean;
    }
  | { readonly kind: 'ask'; readonly release: Release; readonly text: string };

/** The release that it belongs to. */
export function releaseOf(todo: Todo): Release {
  return todo.kind === 'deadline' ? todo.notice.release : todo.release;
}

export interface Share {
  /** A login, or a GitHub team as `acme/api`. */
  readonly name: string;
  readonly isTeam: boolean;
  /** Overdue first, then deadlines, what others asked for, and tasks by their days. */
  readonly todos: readonly Todo[];
}

/** One share for each person and team that has something, tasks until a day; in the order in which they appear. */
export function sharesOf(
  tracked: readonly Tracked[],
  ahead: readonly Notice[],
  until: Day,
  input: DeadlinesInput,
): Share[] {
  const shares = new Map<string, { name: string; isTeam: boolean; todos: Todo[] }>();
  const give = (names: readonly string[], isTeam: boolean, todo: Todo): void => {
    for (const name of names) {
      const key = name.toLowerCase();
      const share = shares.get(key) ?? { name, isTeam, todos: [] };
      share.todos.push(todo);
      shares.set(key, share);
    }
  };
  const tasks = tracked.map((one) => ({ ...one, ...tasksOf(one, until, input) }));
  const task = (one: Task, place: Tracked, overdue: boolean): void => {
    const number = taskIssueOf(one, place.release, input.observed.ownIssues)?.number;
    give(one.holders, false, { kind: 'task', release: place.release, task: one, number, overdue });
  };
  for (const one of tasks) for (const late of one.overdue) task(late, one, true);
  for (const notice of ahead) {
    give(notice.people, false, { kind: 'deadline', notice });
    give(notice.teams, true, { kind: 'deadline', notice });
  }
  for (const { release } of tracked)
    for (const { names, text } of asksOf(release, input))
      for (const name of names) give([name], name.includes('/'), { kind: 'ask', release, text });
  for (const { release } of tracked) {
    const unset = daysToSet(release, input.now);
    if (unset !== undefined) give(unset.names, false, { kind: 'ask', release, text: unset.text });
  }
  for (const one of tasks) for (const due of one.due) task(due, one, false);
  return [...shares.values()];
}

/** What other duties asked people to do, and is still to be done; for one milestone, or for all. */
export function asksOf(
  release: Release,
  { standing = [] }: DeadlinesInput,
  milestone?: string,
): StandingReminder[] {
  return standing.flatMap((one) => {
    const isIt = one.release === release.version && (milestone === undefined || one.milestone === milestone);
    return isIt && one.reminder !== undefined ? [one.reminder] : [];
  });
}

interface WeekTasks {
  readonly overdue: readonly Task[];
  readonly due: readonly Task[];
}

/** What was overdue before the watch began is not brought up, nor what the tracking issue moves in this run. */
function tasksOf(tracked: Tracked, until: Day, input: DeadlinesInput): WeekTasks {
  const { release, tracking } = tracked;
  const { overdue, open } = openTasks(release, tracking, input);
  const begun = begunOn(tracked);
  return {
    overdue: overdue.filter(
      (task) =>
        begun !== undefined &&
        task.due >= begun &&
        !isMoving(task.due, tracking.ledger?.state?.due[task.id]) &&
        isPatienceOver(task, tracked, input),
    ),
    due: open.filter(
      (task) => task.deadline > input.now && task.due <= until && !isJustAssigned(task, tracked, input),
    ),
  };
}

/** Whether it has an issue in the first week: its holders have just been assigned to that. */
function isJustAssigned(task: Task, tracked: Tracked, { now, observed }: DeadlinesInput): boolean {
  const begun = begunOn(tracked);
  const today = dayAt(now, tracked.release.timezone);
  const isFirstWeek = begun === undefined || mondayOf(begun) === mondayOf(today);
  return isFirstWeek && taskIssueOf(task, tracked.release, observed.ownIssues) !== undefined;
}

function isPatienceOver(
  { due }: Task,
  { release }: Tracked,
  { config, now, source }: DeadlinesInput,
): boolean {
  if (config.overdue === 'never') return false;
  const today = dayAt(now, release.timezone);
  return workingDaysBetween(due, today, source.spec.holidays) >= config.overdue;
}
