// Releases that run, and by what a branch or a GitHub milestone names one.
import { type Instant, dayAt } from '../domain/day.ts';
import { type Release, isOver } from '../domain/release.ts';
import { sameName } from '../people/names.ts';

/** Releases whose last week is not over, the next to ship first. */
export function runningReleases({
  releases,
  now,
}: {
  readonly releases: readonly Release[];
  readonly now: Instant;
}): Release[] {
  return releases
    .filter((release) => !isOver(release, now))
    .toSorted((a, b) => compare(a.release, b.release) || compare(a.version, b.version));
}

/** Those of them whose day is not over. */
export function openReleases(scene: {
  readonly releases: readonly Release[];
  readonly now: Instant;
}): Release[] {
  return runningReleases(scene).filter(({ release, timezone }) => dayAt(scene.now, timezone) <= release);
}

/** Whether a GitHub milestone is that of the release. */
export function isNamed(release: Release, milestone: string | undefined): boolean {
  return milestone !== undefined && milestoneNames(release).some((name) => sameName(milestone, name));
}

/** What a GitHub milestone of the release may be called: in a train also like one of its lines. */
export function milestoneNames({ version, title, lines = [] }: Release): string[] {
  return [version, title, ...lines.map((line) => line.version)];
}

/** `release-1.9`, `v2.0.x`: the branch of a version of its own. */
export function isVersionBranch(branch: string): boolean {
  return /(?:^|\D)\d{1,9}\.(?:\d|x)/i.test(branch);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
