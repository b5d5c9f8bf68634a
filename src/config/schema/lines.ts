// The lines of a release train, each a version with its branch, and the branch of a release.
import { branch, branchPattern, either, keys, list, version } from '../fields.ts';

const line = keys({
  version: version().meta({ description: 'The version of the line.', example: '1.16.12' }),
  branch: branch().optional().meta({
    description: 'Its branch.',
    example: 'release-1.16',
    defaultText: '`branch` of the release, filled in for the line',
  }),
});

/** Each of them is looked up, and has boxes in the checklist. */
const MOST_LINES = 12;

export const together = list(either(version(), line), MOST_LINES)
  .optional()
  .meta({
    description:
      'The lines of a release train: versions that are released on one day and share one tracking issue. `version` then names the train, as in `patches-2026-12`, and stays when the day moves. A task with `per: line` is done once for each line.',
    example: ['1.17.5', '1.16.12', { version: '1.15.19', branch: 'maintenance-1.15' }],
    defaultText: 'one version alone',
  });

export const releaseBranch = branchPattern().optional().meta({
  description:
    'The release branch; `{version}` and `{minor}` (its first two numbers) are filled in, in a train for each line.',
  example: 'release-1.10',
  defaultText: 'none',
});
