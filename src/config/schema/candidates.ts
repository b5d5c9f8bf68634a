// Release candidates that repeat: how far they are apart, and when there are enough.
import type * as z from 'zod';
import { CANDIDATE_RULES, MOST_PLANNED } from '../../domain/candidate.ts';
import { MILESTONE_KINDS } from '../../domain/milestone-kind.ts';
import { SHIFTS } from '../../domain/shift.ts';
import { clock, duration, keys, oneOf, text, weekday, wholeNumber, zone } from '../fields.ts';

export const candidates = keys({
  every: duration()
    .default({ amount: 1, unit: 'weeks' })
    .meta({ description: 'From one candidate to the next.', example: '1 week', defaultText: '1 week' }),
  planned: wholeNumber({ min: 0, max: MOST_PLANNED }).default(1).meta({
    description: 'How many there are from the start; the last is `then` before release day.',
    example: 2,
  }),
  until: oneOf(CANDIDATE_RULES).default('none blocks').meta({
    description:
      'When there are enough. `none blocks`: once nothing blocks a candidate on its day: no blocker, no failing test, no no-go, and none of its own tasks. If something does, relcomms tells the release leads once and names the next day. `planned`: after the planned ones; the command still opens another one.',
    example: 'none blocks',
  }),
  // oxlint-disable-next-line unicorn/no-thenable -- people read it behind `until`, and it is no function
  then: duration().optional().meta({
    description: 'From the last candidate to release day.',
    example: '3 days',
    defaultText: 'as long as `every`',
  }),
  title: text({ max: 120 }).optional().meta({
    description: 'What people read. `{candidate}` is the number.',
    example: '{version}-rc{candidate}',
    defaultText: '`RC1`, `RC2`, and so on',
  }),
  who: text({ max: 120 }).optional().meta({
    description: 'The people it concerns, in words.',
    example: 'Release managers',
    defaultText: 'nobody in particular',
  }),
  kind: oneOf(MILESTONE_KINDS).optional().meta({
    description: 'What they are. With `other`, nobody has to be ready for one.',
    example: 'rc',
    defaultText: '`rc`',
  }),
  weekday: weekday().optional().meta({
    description: 'Optional cross-check: their weekday. It also says that a Saturday or a Sunday is meant.',
    example: 'monday',
    defaultText: 'no check',
  }),
  at: clock().optional().meta({
    description: 'The time of day in `zone`.',
    example: '17:00',
    defaultText: 'the end of the day',
  }),
  zone: zone().optional().meta({
    description: 'The zone where the day must end before a candidate is overdue.',
    example: 'Europe/Berlin',
    defaultText: '`timezone`',
  }),
  shift: oneOf(SHIFTS).optional().meta({
    description: 'Where a candidate goes when its day is a weekend or one of `holidays`.',
    example: 'next working day',
    defaultText: 'it stays on its day, with a warning',
  }),
});

export type WrittenCandidates = z.infer<typeof candidates>;
