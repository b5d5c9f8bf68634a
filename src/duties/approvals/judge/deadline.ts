// The next milestone that a pull request has to be approved for.
import type { Instant } from '../../../domain/day.ts';
import type { Pull } from '../../../domain/pull.ts';
import { branchesOf } from '../../../domain/release-line.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { isGate } from '../../../schedule/milestone-kind.ts';
import type { ApprovalsConfig } from '../config.ts';

/** Where a pull request stands between two milestones. */
export interface Deadlines {
  /** What it has to be approved for; undefined after the last such milestone. */
  readonly next?: Milestone | undefined;
  /** The one before, which has passed. */
  readonly passed?: Milestone | undefined;
}

export function deadlinesOf(
  pull: Pick<Pull, 'base'>,
  release: Release,
  picked: boolean,
  config: ApprovalsConfig,
  now: Instant,
): Deadlines {
  const toBranch = picked || branchesOf(release).includes(pull.base);
  const gates = release.milestones.filter((milestone) => {
    const { id } = milestone;
    if (!counts(milestone, release, config)) return false;
    if (id.startsWith('cherry-pick')) return toBranch;
    // A fix that is taken to the branch comes after the freeze.
    return !(picked && id.endsWith('freeze'));
  });
  return {
    next: gates.find(({ deadline }) => deadline > now),
    passed: gates.findLast(({ deadline }) => deadline <= now),
  };
}

/** Those that the config names, else those that every project has. */
function counts(milestone: Milestone, { version }: Release, { milestones }: ApprovalsConfig): boolean {
  return milestones === undefined ? isGate(milestone, version) : milestones.includes(milestone.id);
}
