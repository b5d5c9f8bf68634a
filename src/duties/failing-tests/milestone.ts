// The milestone that a red branch threatens: the next one at which it has to be green.
import type { Instant } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';

const GATES = /^(?:(?:code|feature)-freeze|rc-?\d{0,3}|release)$/;

export function threatened({ milestones }: Release, now: Instant): Milestone | undefined {
  return milestones.find(({ id, deadline }) => GATES.test(id) && deadline > now);
}
