// The config section `run-sheet`: when a step is late, and who gets that.
import type { References } from '../../domain/references.ts';
import type * as z from 'zod';
import { calendarDays, id, keys, list, minutes } from '../../config/fields.ts';

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [{ path: ['to'], to: ['audience'] }];

export const runSheetConfig = keys({
  late: minutes().optional().meta({
    description: 'How long after its time a step that is not done counts as late.',
    example: '15 minutes',
    defaultText: '15 minutes',
  }),
  ahead: calendarDays().optional().meta({
    description: 'How long before release day the tracking issue shows it.',
    example: '3 days',
    defaultText: '1 day',
  }),
  to: list(id())
    .default([])
    .meta({
      description: 'Audiences that get a message about each late step; external ones never do.',
      example: ['teams'],
      defaultText: 'nobody; the tracking issue has it',
    }),
}).transform(({ late = 15, ahead = 1, to }) => ({ late, ahead, to }));

export type RunSheetConfig = z.infer<typeof runSheetConfig>;
