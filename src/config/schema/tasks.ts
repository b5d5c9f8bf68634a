// Checklist items: due once, in parts that span weeks, or again and again.
import * as z from 'zod';
import { proof } from './proof.ts';
import { steps } from './steps.ts';
import { TASK_EXAMPLES } from './task-examples.ts';
import { dayExpression, everyWeeks, id, keys, list, oneOf, text, url, weekRef, yesNo } from '../fields.ts';

const week = weekRef().optional().meta({
  description: 'Short for `due`: the last working day of the week.',
  example: 'R-3',
  defaultText: '`due` or `span` says when',
});

const due = dayExpression().optional().meta({
  description: 'When it is due, in one of the three ways to write a day.',
  example: 'week 5 friday',
  defaultText: '`week` or `span` says when',
});

const source = list(text({ max: 60 }))
  .default([])
  .meta({ description: 'Where the task comes from, for readers of the config.', example: ['K28'] });

const part = keys({
  state: oneOf(['begin', 'continue', 'finish']).meta({
    description: 'Which part: begin, continue or finish.',
    example: 'begin',
  }),
  title: text({ max: 160 }).optional().meta({
    description: 'What the part is called.',
    example: 'Begin with the press briefings',
    defaultText: 'the state and the title of the task',
  }),
  week,
  due,
  source,
});

/** Something that relcomms can do in place of people: `slack.dates`. */
export interface Carrier {
  readonly name: string;
  /** Without a subject: `keeps the page of the release`. */
  readonly does: string;
}

const shape = {
  id: id().meta({
    description: 'The permanent name of the task; its checkbox in the tracking issue depends on it.',
    example: 'theme',
  }),
  title: text({ max: 160 }).optional().meta({
    description:
      'What to do. Needed, unless the task changes an inherited one: of a preset, of the top of the config, or of a kind.',
    example: 'Settle theme and message',
    defaultText: 'the inherited title',
  }),
  role: id()
    .optional()
    .meta({ description: 'The role that does it.', example: 'lead', defaultText: 'nobody in particular' }),
  week,
  due,
  span: list(part)
    .optional()
    .meta({
      description: 'Parts of a task that spans weeks, in place of `week` and `due`.',
      example: [
        { state: 'begin', title: 'Begin with the press briefings', week: 6 },
        { state: 'finish', due: 'release - 2 working days' },
      ],
      defaultText: 'the task is due once',
    }),
  every: everyWeeks().optional().meta({
    description: 'Comes again in whole weeks after the first time.',
    example: '1 week',
    defaultText: 'comes once',
  }),
  until: dayExpression().optional().meta({
    description: 'With `every`: not after this day.',
    example: 'release',
    defaultText: 'the end of the cycle',
  }),
  'not-before': dayExpression().optional().meta({
    description:
      'The first day to work on it, in one of the three ways to write a day: before that day it gets no issue and is not listed as due soon. Not with `every`.',
    example: 'rc1',
    defaultText: 'any time',
  }),
  after: list(id())
    .default([])
    .meta({
      description:
        'Tasks and milestones that come first, by their ids. Until the tasks are done and the days of the milestones have come, the task gets no issue, and relcomms names what it waits for. Not a task with `every`.',
      example: ['theme', 'rc1'],
    }),
  per: oneOf(['line', 'candidate', 'event']).optional().meta({
    description:
      '`candidate`: once for each release candidate (`candidates`), with its number in place of `{candidate}`. In its day and in `after`, `candidate` is that candidate: `candidate + 2 days`. `line`: in a release with lines (`together`): once for each line. Each line is a step of the task. Where the task has `steps`, each line has all of them; `{version}`, `{minor}`, and `{branch}` in them are those of the line. In other releases it is done once. `event`: a task for each of the `events` in the cycle. In its days, `cfp` is the end of the call for papers, and `event` its last day. `{event}` is its title, and `{cfp}` the end of that call.',
    example: 'line',
    defaultText: 'once for the release',
  }),
  optional: yesNo()
    .default(false)
    .meta({ description: 'Only if appropriate; relcomms reminds nobody.', example: true }),
  labels: list(text({ max: 50 }))
    .default([])
    .meta({ description: 'Labels for the issue of the task.', example: ['area/press'] }),
  steps,
  proof,
  notes: text({ max: 2000, lines: true }).optional().meta({
    description:
      'What to do, in a few sentences of Markdown: links, lists, and commands in code blocks stay. Nobody is mentioned by them.',
    example: 'One sentence that a journalist can quote.',
    defaultText: 'none',
  }),
  link: url()
    .optional()
    .meta({ description: 'A page that helps.', example: 'https://example.com/theme', defaultText: 'none' }),
  source,
  remove: yesNo()
    .default(false)
    .meta({ description: 'Removes the inherited task with this id.', example: true }),
};

const DONE_BY =
  'What relcomms does for this task. While the first of these that applies is on, relcomms checks the box once it is done, with a link. Then nobody is assigned, and the task is never overdue. While all are off, it is a task for people.';

/** With what each name means. */
function doneByWords(carriers: readonly Carrier[]): string {
  return [DONE_BY, ...carriers.map(({ name, does }) => `\`${name}\` ${does}.`)].join(' ');
}

function doneBy(carriers: readonly Carrier[]) {
  const names = carriers.map(({ name }) => name);
  return list(oneOf(names))
    .default([])
    .meta({
      description: doneByWords(carriers),
      example: ['wiki.page'],
      defaultText: 'people do it',
    });
}

const task = (carriers: readonly Carrier[]) => keys({ ...shape, 'done-by': doneBy(carriers) });

export const tasks = (carriers: readonly Carrier[]) =>
  list(task(carriers)).default([]).meta({
    description:
      "The checklist. Presets bring most of it; a task with the id of a preset's task changes only the keys it gives.",
    example: TASK_EXAMPLES,
  });

export type WrittenTask = z.infer<ReturnType<typeof task>>;
