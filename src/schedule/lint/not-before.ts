// A task that may not be done before a day on which it is late already.
import type { Task } from '../../domain/release.ts';
import type { ScheduleSpec } from '../../domain/spec.ts';
import { planPath } from '../spec-of-release.ts';
import type { LintRule } from './subject.ts';

/** Each task once, by the first of its parts that is due too early. */
export const notBeforeAfterDue: LintRule = {
  code: 'not-before-after-due',
  find: ({ release, written, spec }) => {
    const early = release.tasks.filter(({ due, notBefore }) => notBefore !== undefined && notBefore > due);
    const first = early.filter((task, index) => early.findIndex((one) => idOf(one) === idOf(task)) === index);
    return first.map((task) => ({
      severity: 'error',
      path: planPath(written, 'tasks', idOf(task), keyOf(task, spec)),
      message: `Task "${idOf(task)}" of ${release.version} may not be done before ${task.notBefore ?? ''} and is due on ${task.due}.`,
      fix: `Let the task be due later, or change its \`${keyOf(task, spec)}\`.`,
    }));
  },
};

function idOf({ id, part }: Task): string {
  return part?.of ?? id;
}

/** What keeps it from being done earlier: a day of its own, or a milestone that it comes after. */
function keyOf(task: Task, { tasks }: ScheduleSpec): 'not-before' | 'after' {
  const written = tasks.find(({ id }) => id === idOf(task));
  return written?.notBefore === undefined ? 'after' : 'not-before';
}
