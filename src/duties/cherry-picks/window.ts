// The window of a release: from the day on which its branch is cut to the deadline for cherry-picks.
import { type Instant, dayAt } from '../../domain/day.ts';
import { branchesOf } from '../../domain/release-line.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { openReleases } from '../../picks/running.ts';
import { isCherryPickDeadline, isFirstCandidate, kindOf } from '../../schedule/milestone-kind.ts';
import type { CherryPicksConfig } from './config.ts';

export interface PickWindow {
  readonly release: Release;
  readonly branches: readonly string[];
  /** With which the branch is cut; absent: the config does not say. */
  readonly cut?: Milestone | undefined;
  /** Absent: it has none. */
  readonly deadline?: Milestone | undefined;
}

interface Scene {
  readonly config: CherryPicksConfig;
  readonly releases: readonly Release[];
  readonly now: Instant;
}

/** Of releases with a branch whose day is not over, the next to ship first. */
export function windowsOf(scene: Scene): PickWindow[] {
  return openReleases(scene)
    .map((release) => windowOf(release, scene.config))
    .filter(({ branches }) => branches.length > 0);
}

export function windowOf(release: Release, { from, until }: CherryPicksConfig): PickWindow {
  const { milestones, version } = release;
  const first = (is: (one: Milestone) => boolean) => milestones.find((one) => is(one));
  const cut =
    from === undefined
      ? (first((one) => kindOf(one, version) === 'branch') ?? first((one) => isFirstCandidate(one, version)))
      : first(({ id }) => id === from);
  const deadline =
    until === undefined
      ? milestones.findLast((one) => isCherryPickDeadline(one, version))
      : first(({ id }) => id === until);
  return { release, branches: branchesOf(release), cut, deadline };
}

/** From the first minute of the day of the cut on. */
export function isCut({ cut, release }: PickWindow, at: Instant): boolean {
  return cut !== undefined && dayAt(at, cut.zone) >= cut.day && dayAt(at, release.timezone) >= release.start;
}

export function isClosed({ deadline }: PickWindow, now: Instant): boolean {
  return deadline !== undefined && deadline.deadline <= now;
}

/** By when a fix has to be on the branch: the deadline, after it the release itself. */
export function nextOf(window: PickWindow, now: Instant): Milestone | undefined {
  const { deadline, release } = window;
  if (deadline !== undefined && !isClosed(window, now)) return deadline;
  return release.milestones.find(({ id }) => id === 'release');
}
