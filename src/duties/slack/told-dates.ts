// Which dates are told: the milestones of announcements, and their days as messages remember them.
import type { Day } from '../../domain/day.ts';
import type { Milestone } from '../../domain/release.ts';
import { isGate } from '../../schedule/milestone-kind.ts';
import type { Subject } from './input.ts';

/** Name of the pinned message, in whose threads changes are told. */
export const PINNED = 'dates';

/** Name of the news that the release is out. */
export const RELEASED = 'released';

/** Milestones that are told before they are due. */
export function announced({ input, release }: Subject): Milestone[] {
  const chosen = input.config.milestones;
  return release.milestones.filter((one) =>
    chosen === undefined ? isGate(one, release.version) : chosen.includes(one.id),
  );
}

export function daysOf(milestones: readonly Milestone[]): Record<string, Day> {
  return Object.fromEntries(milestones.map(({ id, day }) => [id, day]));
}
