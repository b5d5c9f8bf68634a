// Fixes that are merged and meant for release branches, too, and that nobody has taken there.
import { dayAt } from '../domain/day.ts';
import type { Fix } from '../domain/pull.ts';
import { branchesOf, linesOf } from '../domain/release-line.ts';
import type { Release } from '../domain/release.ts';
import { includesName } from '../people/names.ts';
import { type Asked, askedBranches } from './asked-branches.ts';
import { isNamed, isVersionBranch, openReleases } from './running.ts';
import type { PickScene } from './scene.ts';
import { takenBy } from './taken.ts';

/** A release that needs a fix. */
export interface Need {
  readonly fix: Fix;
  readonly release: Release;
  /** Of the release, or of one of its lines. */
  readonly branch: string;
}

/** A branch that needs a fix, for a release. */
type Place = Pick<Need, 'release' | 'branch'>;

export interface Needs {
  /** By number of the fix, then by release. */
  readonly lacking: readonly Need[];
  /** Of which nobody can tell whether the branch has them. */
  readonly unsure: readonly Need[];
}

/** A pull request to the branch that takes a fix over counts as picking it, an open one, too; a mention does not. */
export function openNeeds(scene: PickScene): Needs {
  const { fixes, branches } = scene.observed.fixes;
  const taken = new Map(branches.map((one) => [one.branch, takenBy(one, fixes, scene)]));
  const missing = neededBy(scene).filter(({ fix, branch }) => taken.get(branch)?.has(fix.number) === false);
  return sortedOut(missing, scene);
}

/** What is older than what was read of a branch may be there all the same. */
export function sortedOut(missing: readonly Need[], { observed }: PickScene): Needs {
  const since = new Map(observed.fixes.branches.map((one) => [one.branch, one.since ?? 0]));
  const isUnsure = ({ fix, branch }: Need): boolean => fix.mergedAt < (since.get(branch) ?? 0);
  return { lacking: missing.filter((one) => !isUnsure(one)), unsure: missing.filter(isUnsure) };
}

/** What labels ask for, whether it is there already or not. */
export function neededBy(scene: PickScene): Need[] {
  const open = openReleases(scene);
  const names = new Set(scene.observed.fixes.branches.map(({ branch }) => branch));
  return scene.observed.fixes.fixes.flatMap((fix) => needsOf(fix, open, names, scene));
}

/** The branches that the labels of a fix ask for. */
export function askedFor({ labels }: Fix, { config, releases }: PickScene): Asked {
  const known = releases
    .flatMap(linesOf)
    .flatMap(({ branch, version }) => (branch === undefined ? [] : [{ branch, version }]));
  const own = labels.filter((name) => includesName(config.pickLabels, name));
  return askedBranches(own, known);
}

function needsOf(
  fix: Fix,
  open: readonly Release[],
  branches: ReadonlySet<string>,
  scene: PickScene,
): Need[] {
  const asked = askedFor(fix, scene);
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
  branches: ReadonlySet<string>,
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
