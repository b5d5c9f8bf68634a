// Dated points of the schedule: a day, or a day with what else is known about it.
import {
  clock,
  dayExpression,
  either,
  keys,
  milestoneId,
  oneOf,
  table,
  text,
  weekday,
  wholeNumber,
  yesNo,
  zone,
} from '../fields.ts';
import { MILESTONE_KINDS } from '../../domain/milestone-kind.ts';
import { SHIFTS } from '../../domain/shift.ts';

const fullMilestone = keys({
  on: dayExpression().optional().meta({
    description:
      'The day, in one of the three ways to write a day, or `later` while nobody knows it. Needed, unless the milestone is inherited: from a preset, from the top of the config, or from a kind.',
    example: 'release - 2 weeks',
    defaultText: 'the inherited day',
  }),
  from: dayExpression().optional().meta({
    description:
      'Its first day, for what takes several, such as a test week. `on` is the last; order and `slip` go by that one. Notices of a freeze or an event count to the first day, all others to the last.',
    example: 'release - 4 weeks',
    defaultText: 'it takes one day',
  }),
  title: text({ max: 120 })
    .optional()
    .meta({ description: 'What people read.', example: 'Code freeze', defaultText: 'the id in words' }),
  who: text({ max: 120 }).optional().meta({
    description: 'The people it concerns, in words.',
    example: 'All contributors',
    defaultText: 'nobody in particular',
  }),
  kind: oneOf(MILESTONE_KINDS).optional().meta({
    description:
      'What it is. A team has to be ready for a `code-freeze`, `feature-freeze`, `rc`, `cherry-pick-deadline` and `release`: relcomms counts toward these, and mentions people before them. `relcomms validate` shows each guess and the words that led to it.',
    example: 'code-freeze',
    defaultText: 'guessed from the id and the title',
  }),
  weekday: weekday().optional().meta({
    description:
      'Optional cross-check: the weekday in your published schedule. `validate` reports an error if the date falls on another day. It also says that a Friday, a Saturday, or a Sunday is meant.',
    example: 'tuesday',
    defaultText: 'no check',
  }),
  week: wholeNumber({ min: 1, max: 99 }).optional().meta({
    description: 'Optional cross-check: the week of the cycle.',
    example: 9,
    defaultText: 'no check',
  }),
  at: clock().optional().meta({
    description:
      'The time of day in `zone`, for what happens or ends at an hour. Calendars get an entry at that time.',
    example: '17:00',
    defaultText: 'the end of the day',
  }),
  zone: zone().optional().meta({
    description:
      'The zone where the day must end before the milestone is overdue; `AoE` is anywhere on earth.',
    example: 'AoE',
    defaultText: '`timezone`',
  }),
  because: text({ max: 300 }).optional().meta({
    description: 'Why it moved to this day. relcomms announces the reason with the new date.',
    example: 'the release candidate needs one more fix',
    defaultText: 'no reason is announced',
  }),
  fixed: yesNo().optional().meta({
    description: 'Never moves with other dates: a conference, a fair.',
    example: true,
    defaultText: '`no`',
  }),
  ask: yesNo().optional().meta({
    description:
      'People decide each time. When `slip` moves another date of the release, this one stays, even where it is counted from that date. The pull request asks about it with a proposed day. To move it, check its box there, or name it in the same command: `/release slip release=+1w docs-complete=+1w`. `fixed` goes before it.',
    example: true,
    defaultText: '`no`',
  }),
  shift: oneOf(SHIFTS).optional().meta({
    description:
      'Where the milestone goes when its day is a weekend or one of `holidays`. What is counted from it follows.',
    example: 'next working day',
    defaultText: 'it stays on its day, with a warning',
  }),
  remove: yesNo().optional().meta({
    description: 'Removes the inherited milestone with this id.',
    example: true,
    defaultText: '`no`',
  }),
});

/** A milestone as written; `fixed` stays absent so that a release's milestone can take it from the default one. */
export const milestones = table(
  milestoneId(),
  // A day alone is short for `{ on: day }`.
  either(dayExpression(), fullMilestone),
).default({});
