// The next milestone that a pull request has to be approved for.
import type { Instant } from '../../domain/day.ts';
import type { Pull } from '../../domain/pull.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { ApprovalsConfig } from './config.ts';

/** Milestones that a pull request can be too late for, when the config names none. */
const USUAL = /^(?:(?:code|feature)-freeze|cherry-pick-deadline|rc-?\d{1,3}|release)$/;

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
  const toBranch = picked || pull.base === release.branch;
  const gates = release.milestones.filter(({ id }) => {
    if (!counts(id, config)) return false;
    if (id.startsWith('cherry-pick')) return toBranch;
    // A fix that is taken to the branch comes after the freeze.
    return !(picked && id.endsWith('freeze'));
  });
  return {
    next: gates.find(({ deadline }) => deadline > now),
    passed: gates.findLast(({ deadline }) => deadline <= now),
  };
}

function counts(id: string, { milestones }: ApprovalsConfig): boolean {
  return milestones === undefined ? USUAL.test(id) : milestones.includes(id);
}
