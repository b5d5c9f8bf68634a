// The lines of a release train, each a version with its branch, and the branch of a release.
import {
  branch,
  branchPattern,
  either,
  keys,
  list,
  version,
  versionPattern,
  wholeNumber,
} from '../fields.ts';

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

const ruledLine = keys({
  version: versionPattern().meta({ description: 'The versions of the line.', example: '1.16.{n}' }),
  n: wholeNumber({ min: 0, max: 100_000 }).optional().meta({
    description: 'What `{n}` is for this line in the first release of the rule.',
    example: 12,
    defaultText: '`n` of the rule',
  }),
  branch: branch().optional().meta({
    description: 'Its branch.',
    example: 'release-1.16',
    defaultText: '`branch` of the rule, filled in for the line',
  }),
});

/** Of a rule: each of its releases is a train of these. */
export const ruledTogether = list(either(versionPattern(), ruledLine), MOST_LINES)
  .optional()
  .meta({
    description:
      'Each release is a train of these lines, and `versions` names it, as in `patches-{yyyy}-{mm}`. The places are those of `versions`; `{n}` counts up from the `n` of the line. A line ends when it is deleted here, or for one release by `together` of a release beside the rule.',
    example: [
      { version: '1.17.{n}', n: 5 },
      { version: '1.16.{n}', n: 12, branch: 'maintenance-1.16' },
    ],
    defaultText: 'each release is one version',
  });

export const releaseBranch = branchPattern().optional().meta({
  description:
    'The release branch; `{version}` and `{minor}` (its first two numbers) are filled in, in a train for each line.',
  example: 'release-1.10',
  defaultText: 'none',
});
