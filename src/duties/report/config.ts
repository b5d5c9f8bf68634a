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
        'Labels of open issues and pull requests that block a release. They belong to the release of their GitHub milestone; without one, to the only running release. If the repository does not have a label, the report says that it is not watched.',
      example: ['release-blocker'],
    }),
  lines: wholeNumber({ min: 1, max: 50 }).default(8).meta({
    description: 'Maximum lines of a list; relcomms counts the rest.',
    example: 8,
  }),
  trend: yesNo().default(true).meta({
    description: 'Keep open tasks and failing tests week by week, in a collapsed part of the tracking issue.',
    example: true,
  }),
}).transform((section) => section);

export type ReportConfig = z.infer<typeof reportConfig>;
