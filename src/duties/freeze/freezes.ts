// Which branches are frozen at a moment: by which release, since when and until when.
import type { Instant } from '../../domain/day.ts';
import type { MilestoneKind } from '../../domain/milestone-kind.ts';
import type { Publication } from '../../domain/observed.ts';
import type { Branches } from '../../domain/pull.ts';
import { branchesOf, linesOf } from '../../domain/release-line.ts';
import { type Milestone, type Release, hasSections, isOver } from '../../domain/release.ts';
import { kindOf } from '../../schedule/milestone-kind.ts';
import type { FreezeConfig } from './config.ts';

const KINDS: readonly MilestoneKind[] = ['code-freeze', 'feature-freeze', 'cherry-pick-deadline'];

export interface Freeze {
  readonly release: Release;
  /** The newest that began it. */
  readonly milestone: Milestone;
  /** With which it ends; its day may be over, while the release is not out. */
  readonly until: Milestone;
}

/** The milestones of a release that freeze something, over or still to come, in order of time. */
export function freezing({ milestones, version }: Release, config: FreezeConfig): readonly Milestone[] {
  return milestones
    .filter((one) =>
      config.milestones === undefined
        ? KINDS.includes(kindOf(one, version))
        : config.milestones.includes(one.id),
    )
    .toSorted((a, b) => a.deadline - b.deadline);
}

/** Releases that froze something, until a week after their end: what was said of it is taken back by then. */
export function begun(releases: readonly Release[], config: FreezeConfig, now: Instant): readonly Release[] {
  return releases.filter(
    (release) =>
      hasSections(release, now) && freezing(release, config).some(({ deadline }) => deadline <= now),
  );
}

export interface Sight {
  readonly config: FreezeConfig;
  readonly releases: readonly Release[];
  readonly now: Instant;
  readonly branches: Branches;
  readonly publications: readonly Publication[];
}

/** What freezes a branch now; of several releases the one that is next. */
export function freezeOf(branch: string, sight: Sight): Freeze | undefined {
  return begun(sight.releases, sight.config, sight.now)
    .filter((release) => !isOut(release, sight))
    .toSorted((a, b) => (a.release < b.release ? -1 : 1))
    .flatMap((release) => freezeBy(release, branch, sight) ?? [])[0];
}

function freezeBy(release: Release, branch: string, sight: Sight): Freeze | undefined {
  const { config, now, branches } = sight;
  const own = branchesOf(release);
  const isOwn = own.includes(branch);
  const reopens = isOwn ? undefined : release.milestones.find(({ id }) => id === config.until);
  if (reopens !== undefined && reopens.deadline <= now) return undefined;
  const milestone = freezing(release, config).findLast(
    (one) => one.deadline <= now && freezes(one, release, branch, config, branches),
  );
  const until = reopens ?? release.milestones.find(({ id }) => id === 'release');
  return milestone === undefined || until === undefined ? undefined : { release, milestone, until };
}

function freezes(
  milestone: Milestone,
  release: Release,
  branch: string,
  config: FreezeConfig,
  { main, existing }: Branches,
): boolean {
  if (config.branches.length > 0) return config.branches.includes(branch);
  const own = branchesOf(release);
  if (own.includes(branch)) return true;
  const isCut = own.length > 0 && own.every((one) => existing.includes(one));
  return branch === main && !isCut && kindOf(milestone, release.version) !== 'cherry-pick-deadline';
}

/** Published; one that is not made in this repository is out when its day is over, and each with its last week. */
function isOut(release: Release, { now, publications }: Sight): boolean {
  if (isOver(release, now)) return true;
  const made = linesOf(release).filter(({ branch }) => branch !== undefined);
  const day = release.milestones.find(({ id }) => id === 'release');
  if (made.length === 0) return day === undefined || day.deadline <= now;
  return made.every(({ version }) => publications.some((one) => one.version === version && one.published));
}

/** By the config alone: releases that may freeze the branch, now or later. */
export function mayFreeze(
  branch: string,
  { config, releases, now }: Omit<Sight, 'branches' | 'publications'>,
): readonly Release[] {
  const all = releases.filter((release) => hasSections(release, now) && freezing(release, config).length > 0);
  const own = all.filter((release) => branchesOf(release).includes(branch));
  return own.length > 0 ? own : all;
}
