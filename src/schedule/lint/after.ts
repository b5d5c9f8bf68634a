// A task that is due before the task that it waits for.
import type { Release, Task } from '../../domain/release.ts';
import { planPath } from '../spec-of-release.ts';
import type { LintRule } from './subject.ts';

/** Each task once, by the first of its parts that is due too early. */
export const dueBeforeWhatItWaitsFor: LintRule = {
  code: 'due-before-what-it-waits-for',
  find: ({ release, written }) => {
    const early = release.tasks.flatMap((task) => {
      const last = lastBefore(task, release);
      return last === undefined || last.due <= task.due ? [] : [{ task, last }];
    });
    const first = early.filter(
      ({ task }, index) => early.findIndex((one) => idOf(one.task) === idOf(task)) === index,
    );
    return first.map(({ task, last }) => ({
      severity: 'error',
      path: planPath(written, 'tasks', idOf(task), 'after'),
      message: `Task "${idOf(task)}" of ${release.version} is due on ${task.due}, before "${idOf(last)}", which it comes after and which is due on ${last.due}.`,
      fix: `Let "${idOf(task)}" be due later, or "${idOf(last)}" earlier.`,
    }));
  },
};

function lastBefore({ after = [] }: Task, { tasks }: Release): Task | undefined {
  return tasks.filter(({ id }) => after.includes(id)).at(-1);
}

function idOf({ id, part }: Task): string {
  return part?.of ?? id;
}
