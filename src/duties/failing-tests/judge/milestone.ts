// The milestone that a red branch threatens: the next one at which it has to be green.
import type { Instant } from '../../../domain/day.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { isCherryPickDeadline, isGate } from '../../../schedule/milestone-kind.ts';

/** Fixes may still be picked while tests are red, so that deadline is none. */
export function threatened({ milestones, version }: Release, now: Instant): Milestone | undefined {
  return milestones.find(
    (one) => one.deadline > now && isGate(one, version) && !isCherryPickDeadline(one, version),
  );
}
