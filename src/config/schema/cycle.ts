// The shape of a cycle: weeks, release week, phases.
import { keys, list, text, weekRef, wholeNumber } from '../fields.ts';

const phase = keys({
  name: text({ max: 60 }).meta({ description: 'What the stretch is called.', example: 'Burndown' }),
  from: weekRef().meta({ description: 'First week.', example: 'R-3' }),
  to: weekRef().meta({ description: 'Last week, included.', example: 'R-1' }),
});

export const cycle = keys({
  weeks: wholeNumber({ min: 1, max: 60 }).default(13).meta({
    description: 'Fewest weeks that the tasks fit into. A longer cycle stretches in the middle.',
    example: 13,
  }),
  'release-week': wholeNumber({ min: 1, max: 60 })
    .default(12)
    .meta({ description: 'Week that holds release day when a release gives no `start`.', example: 12 }),
  'weeks-after': wholeNumber({ min: 0, max: 12 })
    .default(1)
    .meta({ description: 'Weeks shown after the release week.', example: 1 }),
  phases: list(phase)
    .default([])
    .meta({
      description: 'Named stretches of the cycle.',
      example: [
        { name: 'Planning', from: 1, to: 'R-4' },
        { name: 'Burndown', from: 'R-3', to: 'R-1' },
      ],
    }),
})
  .prefault({})
  .meta({ description: 'The shape of a cycle.' });
