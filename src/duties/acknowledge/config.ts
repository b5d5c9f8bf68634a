// The config section `acknowledge`.
import type { References } from '../../domain/references.ts';
import * as z from 'zod';
import { duration, keys, list, milestoneId, wholeNumber } from '../../config/fields.ts';

const WEEK = { amount: 1, unit: 'weeks' } as const;

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [{ path: ['milestones'], to: ['milestone'] }];

export const acknowledgeConfig = keys({
  milestones: list(milestoneId()).meta({
    description: 'Milestones whose date every team confirms, and confirms again if it moves.',
    example: ['rc1'],
  }),
  before: duration().default(WEEK).meta({
    description: 'How long before a milestone relcomms asks the teams.',
    example: '1 week',
    defaultText: '1 week',
  }),
  'answer-within': wholeNumber({ min: 1, max: 10 }).default(1).meta({
    description:
      'Working days without an answer before relcomms asks the team lead, then the release leads, then the role scrum-master. Each step waits up to two more working days for another comment, so that nobody gets an email for it alone. Once the next step would be due on the last working day before the milestone, all that are left go together.',
    example: 1,
  }),
}).transform((section) => ({
  milestones: section.milestones,
  before: section.before,
  /** Working days. */
  answerWithin: section['answer-within'],
}));

export type AcknowledgeConfig = z.infer<typeof acknowledgeConfig>;
