// What of a release's pull requests is not watched by what the config leaves out.
import type { Lack } from '../../domain/standing.ts';
import type { LackInput } from '../duty.ts';
import type { ApprovalsConfig } from './config.ts';

/** Without a branch nobody knows which fixes are still to be picked, or what goes to the release by its branch. */
export function withoutBranch({ releases }: LackInput<ApprovalsConfig>): Lack[] {
  return releases
    .filter(({ branch }) => branch === undefined)
    .map(({ version }) => ({
      release: version,
      kinds: ['cherry-pick'],
      why: `${version} has no branch`,
      lost: 'cherry-picks are not watched, and pull requests are tied to it by GitHub milestone, label and path alone',
      mend: 'Add "branch" to the release.',
    }));
}
