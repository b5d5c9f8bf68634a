// The config section `freeze`.
import type { References } from '../../domain/references.ts';
import * as z from 'zod';
import { id, keys, list, milestoneId, text, yesNo } from '../../config/fields.ts';

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [
  { path: ['milestones'], to: ['milestone'] },
  { path: ['until'], to: ['milestone'] },
  { path: ['exceptions'], to: ['role'] },
];

export const freezeConfig = keys({
  milestones: list(milestoneId())
    .optional()
    .meta({
      description: 'Milestones that freeze a branch once they are over.',
      example: ['code-freeze'],
      defaultText: 'those of the kinds code-freeze, feature-freeze, and cherry-pick-deadline',
    }),
  branches: list(text({ max: 200 }))
    .default([])
    .meta({
      description:
        'Names of the branches that freeze. By default, these are the branch of the release and, until that exists, the default branch. A cherry-pick deadline freezes only the branch of the release.',
      example: ['main'],
    }),
  until: milestoneId().optional().meta({
    description:
      'Milestone with which branches other than that of the release open again, for example the one that cuts the branch.',
    example: 'rc1',
    defaultText: 'the release',
  }),
  allow: list(text({ max: 50 }))
    .default([])
    .meta({
      description: 'Labels of pull requests that can be merged in spite of the freeze.',
      example: ['kind/bug', 'release-blocker'],
    }),
  exceptions: id().optional().meta({
    description: 'Role that accepts or refuses exceptions, in addition to the release leads.',
    example: 'lead',
    defaultText: 'release leads, and people with maintain access',
  }),
  label: text({ max: 50 }).optional().meta({
    description: 'Label of pull requests with an accepted exception; relcomms adds and removes it.',
    example: 'freeze-exception',
    defaultText: 'none',
  }),
  always: yesNo().default(false).meta({
    description:
      'Give every open pull request a status, also while nothing is frozen. Needed if a branch requires the status.',
    example: false,
  }),
}).transform((section) => section);

export type FreezeConfig = z.infer<typeof freezeConfig>;
