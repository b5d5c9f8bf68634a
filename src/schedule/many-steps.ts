// A task with steps for each line of a train, of which there are more than an issue has room for.
import type { Problem } from '../domain/problem.ts';
import type { ReleaseSpec, TaskSpec } from '../domain/spec.ts';

const MOST_STEPS = 100;

/** Each task that has more; told at its steps. */
export function manySteps(tasks: readonly TaskSpec[], { version, lines }: ReleaseSpec): Problem[] {
  return tasks.flatMap(({ id, per, steps = [] }): Problem[] => {
    const count = per === undefined || lines === undefined ? 0 : steps.length * lines.length;
    if (count <= MOST_STEPS) return [];
    return [
      {
        code: 'too-many-steps',
        severity: 'error',
        path: ['tasks', id, 'steps'],
        message: `Task "${id}" has ${count} steps in ${version}, one for each line: more than ${MOST_STEPS}.`,
        fix: 'Write fewer steps, or several tasks.',
      },
    ];
  });
}
