// What of a release's tests is not watched, and why.
import type { Lack } from '../../domain/standing.ts';
import type { BranchTests } from '../../domain/test-results.ts';
import type { LackInput } from '../duty.ts';
import type { FailingTestsConfig } from './config.ts';
import { type Watched, watchedOf } from './watched.ts';

const LOST = 'its failing tests are not watched';

/** Releases without a branch, by the config alone. */
export function withoutBranch({ releases }: LackInput<FailingTestsConfig>): Lack[] {
  return releases
    .filter((release) => watchedOf(release).length === 0)
    .map(({ version }) => ({
      release: version,
      lost: LOST,
      why: `${version} has no branch`,
      fix: 'Add "branch" to the release.',
    }));
}

/** A branch that is missing, on which nothing ran, or of which something could not be read. */
export function unseenOf(watched: Watched, seen: BranchTests | undefined): Lack[] {
  const { version, branch } = watched;
  const lack = (why: string, fix: string): Lack[] => [{ release: version, why, lost: LOST, fix }];
  if (seen === undefined)
    return lack(`the branch ${branch} does not exist`, 'Create the branch, or correct "branch".');
  const [unread] = seen.unread;
  if (unread !== undefined) return lack(unread, 'The next run reads again.');
  if (seen.jobs.length > 0 || seen.reports.length > 0) return [];
  return lack(`nothing ran on the branch ${branch} yet`, 'Let CI run on pushes to the branch.');
}
