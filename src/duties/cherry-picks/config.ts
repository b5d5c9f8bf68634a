// The config section `cherry-picks`.
import type { References } from '../../domain/references.ts';
import * as z from 'zod';
import { keys, milestoneId, yesNo } from '../../config/fields.ts';

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [
  { path: ['from'], to: ['milestone'] },
  { path: ['until'], to: ['milestone'] },
];

export const cherryPicksConfig = keys({
  from: milestoneId().optional().meta({
    description: 'Milestone with which the branch of the release is cut.',
    example: 'rc1',
    defaultText: 'the milestone of the kind branch, else the first release candidate',
  }),
  until: milestoneId().optional().meta({
    description: 'Milestone with which the branch is closed for cherry-picks.',
    example: 'cherry-pick-deadline',
    defaultText: 'the milestone of the kind cherry-pick-deadline',
  }),
  'by-milestone': yesNo().default(true).meta({
    description:
      'Also expect cherry-picks of pull requests with the GitHub milestone of the release and without a label. Only those count that were merged after the branch was cut.',
    example: true,
  }),
}).transform(({ 'by-milestone': byMilestone, ...section }) => ({ ...section, byMilestone }));

export type CherryPicksConfig = z.infer<typeof cherryPicksConfig>;
