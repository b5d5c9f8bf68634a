// The config section `run-sheet`: when a step is late, and who gets that.
import type { References } from '../../domain/references.ts';
import type * as z from 'zod';
import { id, keys, list, minutes } from '../../config/fields.ts';

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [{ path: ['to'], to: ['audience'] }];

export const runSheetConfig = keys({
  late: minutes().optional().meta({
    description: 'How long after its time a step that is not done counts as late.',
    example: '15 minutes',
    defaultText: '15 minutes',
  }),
  to: list(id())
    .default([])
    .meta({
      description: 'Audiences that get a message about each late step; external ones never do.',
      example: ['teams'],
      defaultText: 'nobody; the tracking issue has it',
    }),
}).transform(({ late = 15, to }) => ({ late, to }));

export type RunSheetConfig = z.infer<typeof runSheetConfig>;
