// The config section `acknowledge`.
import type { References } from '../../domain/references.ts';
import * as z from 'zod';
import { duration, keys, list, milestoneId, wholeNumber } from '../../config/fields.ts';

const WEEK = { amount: 1, unit: 'weeks' } as const;

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [{ path: ['milestones'], to: ['milestone'] }];

export const acknowledgeConfig = keys({
  milestones: list(milestoneId()).meta({
    description: 'Milestones whose day every team says that it has seen, and sees again when it moves.',
    example: ['rc1'],
  }),
  before: duration().default(WEEK).meta({
    description: 'How long before a milestone the teams are asked.',
    example: '1 week',
    defaultText: '1 week',
  }),
  'answer-within': wholeNumber({ min: 1, max: 10 }).default(1).meta({
    description:
      'Working days that a team may be silent before its lead is asked, then those who lead the release, then the role scrum-master.',
    example: 1,
  }),
}).transform((section) => ({
  milestones: section.milestones,
  before: section.before,
  /** Working days. */
  answerWithin: section['answer-within'],
}));

export type AcknowledgeConfig = z.infer<typeof acknowledgeConfig>;
