// The config section `report`.
import * as z from 'zod';
import { keys, list, text, wholeNumber, yesNo } from '../../config/fields.ts';

/** The label that blockers carry where the config names none. */
const BLOCKERS: readonly string[] = ['release-blocker'];

export const reportConfig = keys({
  blockers: list(text({ max: 50 }))
    .default([...BLOCKERS])
    .meta({
      description:
        'Labels of open issues and pull requests that hold a release up. They belong to the release of their GitHub milestone; without one, to the release that runs alone. Of a label that the repository does not have, the report says that it is not watched.',
      example: ['release-blocker'],
    }),
  lines: wholeNumber({ min: 1, max: 50 }).default(8).meta({
    description: 'Most lines of a list; more are counted.',
    example: 8,
  }),
  trend: yesNo().default(true).meta({
    description: 'Keep open tasks and failing tests week by week, in a folded part of the tracking issue.',
    example: true,
  }),
}).transform((section) => section);

export type ReportConfig = z.infer<typeof reportConfig>;
