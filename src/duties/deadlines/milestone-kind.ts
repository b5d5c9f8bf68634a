// Which milestones all teams hear of, and which dates are told together with RC1.
import type { Milestone, Release } from '../../domain/release.ts';
import { isCherryPickDeadline, prereleaseOf } from '../../schedule/lint/milestone-kind.ts';

export function isFirstCandidate(milestone: Milestone, version: string): boolean {
  const prerelease = prereleaseOf(milestone, version);
  return prerelease?.stage === 'rc' && prerelease.number === 1;
}

/** RC1 (Y3) and the cherry-pick deadline (Y10). */
export function concernsAllTeams(milestone: Milestone, version: string): boolean {
  return isFirstCandidate(milestone, version) || isCherryPickDeadline(milestone, version);
}

/** The release candidates, the cherry-pick deadline and the final release (Y10, Y14, Y15). */
export function datesOfRelease({ milestones, version }: Release): readonly Milestone[] {
  return milestones.filter(
    (milestone) =>
      milestone.id === 'release' ||
      prereleaseOf(milestone, version)?.stage === 'rc' ||
      isCherryPickDeadline(milestone, version),
  );
}
