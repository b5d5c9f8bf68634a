// What of a window is not watched: by what the config leaves out, and by what a look could not tell.
import type { Instant } from '../../domain/day.ts';
import { branchesOf } from '../../domain/release-line.ts';
import type { Release } from '../../domain/release.ts';
import type { Lack } from '../../domain/standing.ts';
import type { LackInput } from '../duty.ts';
import type { CherryPicksConfig } from './config.ts';
import type { Picture } from './judge/picture.ts';
import { numbers } from './render.ts';
import { isCut, windowOf } from './window.ts';

const KINDS = ['cherry-pick'];

/** A release without a branch has no window: the approvals say so. */
export function lacksOf({ config, releases }: LackInput<CherryPicksConfig>): Lack[] {
  return releases
    .filter((release) => branchesOf(release).length > 0)
    .flatMap((release) => ofRelease(release, config));
}

function ofRelease(release: Release, config: CherryPicksConfig): Lack[] {
  const { cut, deadline } = windowOf(release, config);
  const { version } = release;
  return [
    ...(deadline === undefined
      ? [
          {
            release: version,
            kinds: [],
            why: `${version} has no deadline for cherry-picks`,
            lost: 'its cherry-picks have no closing statement',
            fix: 'Add a milestone of the kind cherry-pick-deadline, or name one in "cherry-picks.until".',
          },
        ]
      : []),
    ...(cut === undefined && config.byMilestone
      ? [
          {
            release: version,
            kinds: [],
            why: `no milestone of ${version} says when its branch is cut`,
            lost: 'pull requests that only have its GitHub milestone are not expected to be cherry-picked',
            fix: 'Add a milestone of the kind branch, or name one in "cherry-picks.from".',
          },
        ]
      : []),
  ];
}

/** What the look at one release could not tell. */
export function unsureIn({ window, unsure }: Picture, since: Instant | undefined): Lack[] {
  const { version } = window.release;
  const isPart = since !== undefined && isCut(window, since);
  return [
    ...(unsure.length === 0
      ? []
      : [
          {
            release: version,
            kinds: KINDS,
            why: `it is not known whether ${window.branches.join(' and ')} has ${numbers(unsure.map(({ fix }) => fix.number))}`,
            lost: 'more was merged there since then than relcomms can read',
            fix: 'Remove the label or the GitHub milestone when the branch has the fix or no longer needs it.',
          },
        ]),
    ...(isPart
      ? [
          {
            release: version,
            kinds: KINDS,
            why: `more pull requests have the GitHub milestone of ${version} than can be read`,
            lost: 'relcomms does not look at those with the oldest changes',
            fix: 'Use labels for cherry-picks, or set "cherry-picks.by-milestone" to no.',
          },
        ]
      : []),
  ];
}
