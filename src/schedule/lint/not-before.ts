// A task that may not be done before a day on which it is late already.
import type { Task } from '../../domain/release.ts';
import { planPath } from '../spec-of-release.ts';
import type { LintRule } from './subject.ts';

/** Each task once, by the first of its parts that is due too early. */
export const notBeforeAfterDue: LintRule = {
  code: 'not-before-after-due',
  find: ({ release, written }) => {
    const early = release.tasks.filter(({ due, notBefore }) => notBefore !== undefined && notBefore > due);
    const first = early.filter((task, index) => early.findIndex((one) => idOf(one) === idOf(task)) === index);
    return first.map((task) => ({
      severity: 'error',
      path: planPath(written, 'tasks', idOf(task), 'not-before'),
      message: `Task "${idOf(task)}" of ${release.version} may not be done before ${task.notBefore ?? ''} and is due on ${task.due}.`,
      fix: 'Write an earlier `not-before`, or let the task be due later.',
    }));
  },
};

function idOf({ id, part }: Task): string {
  return part?.of ?? id;
}
