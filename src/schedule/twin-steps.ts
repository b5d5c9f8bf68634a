// Two steps of a task with one name: nobody could know which of them was checked.
import type { Problem } from '../domain/problem.ts';
import type { TaskSpec } from '../domain/spec.ts';

/** Each step that has the name of an earlier one. */
export function twinSteps(tasks: readonly TaskSpec[]): Problem[] {
  return tasks.flatMap(({ id, steps = [] }) =>
    steps.flatMap((step, index): Problem[] => {
      const first = steps.findIndex((one) => one.id === step.id);
      if (first === index) return [];
      return [
        {
          code: 'duplicate-step',
          severity: 'error',
          path: ['tasks', id, 'steps', index],
          message: `Steps ${first + 1} and ${index + 1} of task "${id}" have the same name "${step.id}".`,
          fix: 'Give one of them other words, or write { id: …, text: … } with an id of its own.',
        },
      ];
    }),
  );
}
