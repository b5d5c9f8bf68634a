// Fixes that are merged and meant for release branches, too, and that nobody has taken there.
import { dayAt } from '../../../domain/day.ts';
import type { Fix } from '../../../domain/pull.ts';
import { branchesOf, linesOf } from '../../../domain/release-line.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { type Asked, askedBranches } from './asked-branches.ts';
import { deadlinesOf } from './deadline.ts';
import { includesName } from '../../../people/names.ts';
import type { ApprovalsInput } from '../input.ts';
import { isNamed, isVersionBranch, runningReleases } from './related.ts';
import { takenBy } from './taken.ts';

/** A release that needs a fix. */
interface Need {
  readonly fix: Fix;
  readonly release: Release;
  /** Of the release, or of one of its lines. */
  readonly branch: string;
}

/** A branch that needs a fix, for a release. */
type Place = Pick<Need, 'release' | 'branch'>;

export interface Unpicked extends Need {
  /** By when it has to be there. */
  readonly deadline: Milestone;
}

export interface Picks {
  /** By number of the fix, then by release. */
  readonly lacking: readonly Unpicked[];
  /** Of which nobody can tell whether the branch has them. */
  readonly unsure: readonly Need[];
}

/** A pull request to the branch that takes a fix over counts as picking it, an open one, too; a mention does not. */
export function picksOf(input: ApprovalsInput): Picks {
  const { fixes, branches } = input.observed.fixes;
  const taken = new Map(branches.map((one) => [one.branch, takenBy(one, fixes, input)]));
  const since = new Map(branches.map((one) => [one.branch, one.since ?? 0]));
  const open = runningReleases(input).filter(
    ({ release, timezone }) => dayAt(input.now, timezone) <= release,
  );
  const missing = fixes
    .flatMap((fix) => needsOf(fix, open, taken, input))
    .filter(({ fix, branch }) => taken.get(branch)?.has(fix.number) === false);
  const isUnsure = ({ fix, branch }: Need): boolean => fix.mergedAt < (since.get(branch) ?? 0);
  return {
    lacking: missing.filter((one) => !isUnsure(one)).flatMap((one) => withDeadline(one, input)),
    unsure: missing.filter(isUnsure),
  };
}

/** After the last milestone that counts, release day is what it is missing for. */
function withDeadline(need: Need, { config, now }: ApprovalsInput): Unpicked[] {
  const { release, branch } = need;
  const day = release.milestones.find(({ id }) => id === 'release');
  const deadline = deadlinesOf({ base: branch }, release, true, config, now).next ?? day;
  return deadline === undefined ? [] : [{ ...need, deadline }];
}

function needsOf(
  fix: Fix,
  open: readonly Release[],
  branches: ReadonlyMap<string, unknown>,
  input: ApprovalsInput,
): Need[] {
  const known = input.releases
    .flatMap(linesOf)
    .flatMap(({ branch, version }) => (branch === undefined ? [] : [{ branch, version }]));
  const labels = fix.labels.filter((name) => includesName(input.config.pickLabels, name));
  const asked = askedBranches(labels, known);
  const places = [...namedBy(asked, fix, open), ...nextFor(asked, fix, open, branches)].filter(
    ({ branch }) => branch !== fix.base,
  );
  return places
    .filter((one, index) => places.findIndex((other) => isSamePlace(one, other)) === index)
    .map((place) => ({ fix, ...place }));
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.release === other.release && one.branch === other.branch;
}

/** The first to ship from each branch that a label names, of those whose cycle had begun. */
function namedBy({ branches }: Asked, fix: Fix, open: readonly Release[]): Place[] {
  return branches.flatMap((branch) => {
    const release = open.find((one) => branchesOf(one).includes(branch) && hadBegun(one, fix));
    return release === undefined ? [] : [{ release, branch }];
  });
}

/** All branches of the release: the one that its GitHub milestone names, else the next to ship that has its branch and had begun when the fix was merged. */
function nextFor(
  { next }: Asked,
  fix: Fix,
  open: readonly Release[],
  branches: ReadonlyMap<string, unknown>,
): Place[] {
  if (!next) return [];
  const named = open.find((release) => isNamed(release, fix.milestone));
  if (named !== undefined) return placesOf(named);
  if (fix.milestone !== undefined || isVersionBranch(fix.base)) return [];
  const found = open.find(
    (release) => branchesOf(release).some((branch) => branches.has(branch)) && hadBegun(release, fix),
  );
  return found === undefined ? [] : placesOf(found);
}

function placesOf(release: Release): Place[] {
  return branchesOf(release).map((branch) => ({ release, branch }));
}

function hadBegun({ start, timezone }: Release, { mergedAt }: Fix): boolean {
  return dayAt(mergedAt, timezone) >= start;
}
