// Which candidates have their tests run now: from the lead time before their day until the next one begins.
import { type Day, type Instant, addDays, dayAt } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { Span } from '../../domain/span.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { isCandidate, isGate } from '../../schedule/milestone-kind.ts';
import type { ManualConfig } from './config.ts';

export interface Candidate {
  readonly milestone: Milestone;
  /** Its day has passed. */
  readonly isLate: boolean;
}

export interface CandidateInput {
  readonly config: Pick<ManualConfig, 'candidates' | 'assign'>;
  readonly now: Instant;
  readonly holidays: readonly Day[];
}

/** All of a release, in order of their days. */
export function candidatesOf(
  release: Pick<Release, 'milestones' | 'version'>,
  { candidates }: CandidateInput['config'],
): Milestone[] {
  return release.milestones.filter((milestone) =>
    candidates === undefined ? isCandidate(milestone, release.version) : candidates.includes(milestone.id),
  );
}

/** Those that have begun and are not over; the last that has begun stays, so that nothing is forgotten after its day. */
export function activeOf(release: Release, { config, now, holidays }: CandidateInput): Candidate[] {
  const today = dayAt(now, release.timezone);
  const begun = candidatesOf(release, config).filter(
    (milestone) => beginOf(milestone, config.assign, holidays) <= today,
  );
  return begun
    .filter((milestone, index) => now < milestone.deadline || index === begun.length - 1)
    .map((milestone) => ({ milestone, isLate: now >= milestone.deadline }));
}

/** Ids of the candidates before one, the nearest first. */
export function earlierThan(id: string, release: Release, config: CandidateInput['config']): string[] {
  const ids = candidatesOf(release, config).map((milestone) => milestone.id);
  return ids.slice(0, Math.max(ids.indexOf(id), 0)).toReversed();
}

/** The milestone that open tests of a candidate hold up: its own, and after its day the next gate. */
export function heldUp({ milestone, isLate }: Candidate, release: Release, now: Instant): Milestone {
  if (!isLate) return milestone;
  const next = release.milestones.find((one) => isGate(one, release.version) && now < one.deadline);
  return next ?? milestone;
}

/** The day on which its tests are given out. */
export function beginOf(
  { day }: Pick<Milestone, 'day'>,
  { amount, unit }: Span,
  holidays: readonly Day[],
): Day {
  if (unit === 'working-days') return addWorkingDays(day, -amount, holidays);
  return addDays(day, -amount * (unit === 'weeks' ? 7 : 1));
}
