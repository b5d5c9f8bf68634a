// The next milestone that a pull request has to be approved for.
import type { Instant } from '../../domain/day.ts';
import type { Pull } from '../../domain/pull.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { ApprovalsConfig } from './config.ts';

/** Milestones that a pull request can be too late for, when the config names none. */
const USUAL = /^(?:(?:code|feature)-freeze|cherry-pick-deadline|rc-?\d{1,3}|release)$/;

/** Undefined when the last such milestone has passed. */
export function deadlineOf(
  pull: Pick<Pull, 'base'>,
  release: Release,
  picked: boolean,
  config: ApprovalsConfig,
  now: Instant,
): Milestone | undefined {
  const toBranch = picked || pull.base === release.branch;
  return release.milestones.find(({ id, deadline }) => {
    if (deadline <= now || !counts(id, config)) return false;
    if (id.startsWith('cherry-pick')) return toBranch;
    // A fix that is taken to the branch comes after the freeze.
    return !(picked && id.endsWith('freeze'));
  });
}

function counts(id: string, { milestones }: ApprovalsConfig): boolean {
  return milestones === undefined ? USUAL.test(id) : milestones.includes(id);
}
