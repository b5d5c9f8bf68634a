// Tasks of a slip: those that follow, those that are done, and those with a day of their own.
import type { Task } from '../domain/release.ts';
import type { SlipRow } from '../domain/slip.ts';
import { seriesReason, taskExpression, taskReason } from './slip-reason.ts';
import { type SlipCase, type Sorted, ownDay, suggested } from './slip-rows.ts';
import { type Target, firstDay, isMissedAlong } from './slip-target.ts';

/** All tasks that a slip says something about. Where it is not known which are done, those that are past count as done. */
export function taskRows(given: SlipCase): Sorted[] {
  const { target, moved, spec } = given;
  const before = new Map(target.release.tasks.map((task) => [task.id, task]));
  const after = new Map(moved.release.tasks.map((task) => [task.id, task]));
  const kept = target.release.tasks.flatMap((task) => changedRow(task, after.get(task.id), given));
  const added = moved.release.tasks
    .filter(({ id }) => !before.has(id))
    .map((task): Sorted => ({
      group: 'moves',
      row: {
        ...rowOf(task),
        from: undefined,
        to: task.due,
        reason:
          task.occurrence === undefined
            ? taskReason(spec, task)
            : seriesReason(spec, task, target.release.tasks),
      },
    }));
  return [...kept, ...added];
}

function changedRow(task: Task, after: Task | undefined, given: SlipCase): Sorted[] {
  const { spec, target } = given;
  const { done } = target;
  if (after?.due === task.due) return askedRow(task, given);
  if (done?.has(task.id) === true) return [{ group: 'stays', row: { ...rowOf(task), reason: 'is done' } }];
  if (done === undefined && isPast(task, target)) {
    const open = after === undefined ? 'is removed' : `is due on ${after.due}`;
    return [{ group: 'stays', row: { ...rowOf(task), reason: `is past; if still open, it ${open}` } }];
  }
  const reason =
    after === undefined ? seriesReason(spec, task, given.moved.release.tasks) : taskReason(spec, task);
  return [{ group: 'moves', row: { ...rowOf(task), to: after?.due, reason } }];
}

/** A weekly task keeps its weekday whatever moves, so a series is never asked about. */
function askedRow(task: Task, given: SlipCase): Sorted[] {
  const { target, spec } = given;
  const { done, today } = target;
  const on = taskExpression(spec, task);
  const first = firstDay(target);
  if (first === undefined || on?.kind !== 'day' || task.occurrence !== undefined) return [];
  if (task.due < first || task.due < today) return [];
  if (done?.has(task.id) === true) return [];
  const reason = ownDay(on) ?? '';
  return [{ group: 'asked', row: { ...rowOf(task), suggestion: suggested(task.due, given), reason } }];
}

/** What is due with a missed milestone or after it is still open. */
function isPast({ due }: Task, target: Target): boolean {
  return due < target.today && !isMissedAlong(target, due);
}

function rowOf({ id, title, due }: Task): Pick<SlipRow, 'kind' | 'id' | 'title' | 'from'> {
  return { kind: 'task', id, title, from: due };
}
