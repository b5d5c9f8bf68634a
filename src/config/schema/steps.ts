// What to do for a task one after the other.
import { either, id, keys, list, text } from '../fields.ts';

const fullStep = keys({
  id: id().meta({
    description:
      'The permanent name of the step. A step without it has its words as its name, in lower case with hyphens.',
    example: 'review',
  }),
  text: text({ max: 200 }).meta({
    description: 'What to do, a line of Markdown.',
    example: 'Ask [the press team](https://example.com/press)',
  }),
});

export const steps = list(either(text({ max: 200 }), fullStep), 30)
  .optional()
  .meta({
    description:
      'What to do one after the other: checkboxes in the issue of the task, or below the task in the checklist where it gets none. A line of Markdown each. A step keeps its check in any order; with other words it is a new one, unless it has an `id`.',
    example: ['Draft it', { id: 'review', text: 'Ask [the press team](https://example.com/press)' }],
    defaultText: 'none',
  });
