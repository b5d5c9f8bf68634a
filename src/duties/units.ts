// Tasks as people work on them: a span is one unit in several checkboxes, a recurring meeting is no unit.
import { type Day, addDays } from '../domain/day.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { Release, Task } from '../domain/release.ts';
import { waitsFor } from '../schedule/after.ts';
import { keyOf } from '../text/marker.ts';

export interface Unit {
  /** Id of the task, or of the span that its parts belong to. */
  readonly id: string;
  /** Its checkboxes, in order of their days. */
  readonly items: readonly [Task, ...Task[]];
}

/** Everything that may become an issue of its own (K52). Occurrences of a meeting stay checkboxes. */
export function unitsOf(release: Release): Unit[] {
  const units = new Map<string, Unit>();
  for (const task of release.tasks) {
    if (task.occurrence !== undefined) continue;
    const id = task.part?.of ?? task.id;
    const known = units.get(id);
    units.set(id, { id, items: known === undefined ? [task] : [...known.items, task] });
  }
  return [...units.values()];
}

export function unitKey(release: Release, unit: Unit): string {
  return keyOf(release.version, 'task', unit.id);
}

/** How the issue of an item is named, as `#12 `; empty without one. */
export function refsTo(release: Release, issues: readonly OwnIssue[]): (id: string) => string {
  const numbers = new Map(issues.map(({ key, number }) => [key, number]));
  const units = new Map(unitsOf(release).flatMap((unit) => unit.items.map(({ id }) => [id, unit] as const)));
  return (id) => {
    const unit = units.get(id);
    const number = unit && numbers.get(unitKey(release, unit));
    return number === undefined ? '' : `#${number} `;
  };
}

/** The first day that something of it is due and not done; the last one when all is done. */
export function nextDue(unit: Unit, done: ReadonlySet<string>): Day {
  return nextItem(unit, done).due;
}

/** What is due next of it: the first that is not done, or the last when all is. */
export function nextItem({ items }: Unit, done: ReadonlySet<string>): Task {
  return items.find((item) => !done.has(item.id)) ?? items.at(-1) ?? items[0];
}

/** Whether a task may be done by now: its first day has come, and what comes before it is done. */
export function mayBegin(
  task: Pick<Task, 'notBefore' | 'after'>,
  today: Day,
  release: Pick<Release, 'tasks'>,
  done: ReadonlySet<string>,
): boolean {
  const hasCome = task.notBefore === undefined || task.notBefore <= today;
  return hasCome && waitsFor(task, release, done).length === 0;
}

/** Whether relcomms does it: then it gets no issue. */
export function isCarried({ items: [{ doneBy }] }: Unit): boolean {
  return doneBy !== undefined;
}

/** Whether the unit is near: due within `ahead` days, or late. */
export function isNear(unit: Unit, done: ReadonlySet<string>, today: Day, ahead: number): boolean {
  return addDays(nextDue(unit, done), -ahead) <= today;
}
