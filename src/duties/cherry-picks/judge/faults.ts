// What is wrong with a pick: where it comes from, where it goes, or that another has done the same.
import type { Fix, Pull } from '../../../domain/pull.ts';
import { branchesOf } from '../../../domain/release-line.ts';
import { cherryPickOf } from '../../../picks/cherry-pick.ts';
import { askedFor, neededBy } from '../../../picks/needs.ts';
import { type Reverted, isReverted } from '../../../picks/reverted.ts';
import { isNamed, openReleases } from '../../../picks/running.ts';
import type { PickScene } from '../../../picks/scene.ts';
import type { BranchState, Pick } from './branches.ts';

export type Fault =
  /** It takes over what is not merged yet. */
  | { readonly kind: 'open-source'; readonly numbers: readonly number[] }
  /** It takes over what was closed without a merge. */
  | { readonly kind: 'closed-source'; readonly numbers: readonly number[] }
  /** It takes over what the default branch has taken back. */
  | { readonly kind: 'reverted-source'; readonly numbers: readonly number[] }
  /** Another takes the same to the same branch. */
  | { readonly kind: 'twice'; readonly numbers: readonly number[]; readonly others: readonly number[] }
  /** What it takes over is asked for elsewhere. */
  | { readonly kind: 'wrong-branch'; readonly branch: string; readonly wanted: readonly string[] };

interface Sight {
  readonly states: readonly BranchState[];
  readonly reverted: Reverted;
  readonly scene: PickScene;
  readonly openPulls: readonly number[];
}

/** Of a pick to a release branch. Nothing can be done about two that are merged. */
export function faultsOf(pick: Pick, sight: Sight): Fault[] {
  const { sources, branch } = pick;
  const others = pick.isOpen ? sameAs(pick, sight) : [];
  const same = sources.filter((number) => others.some((other) => other.sources.includes(number)));
  return [
    ...sourceFaults(sources, sight),
    ...(others.length === 0
      ? []
      : [{ kind: 'twice' as const, numbers: same, others: others.flatMap(({ number }) => number ?? []) }]),
    ...placeFault(sources, branch, pullOf(pick, sight), sight),
  ];
}

/** Open picks that go to no release branch at all, though a branch is asked for. */
export function strayFaults(pull: Pull, sight: Sight): readonly Fault[] {
  const { scene } = sight;
  const picked = cherryPickOf(pull, scene.config, scene.observed.fixes.repository);
  if (picked === undefined) return [];
  const place = placeFault(picked.sources, pull.base, pull, sight);
  return place.length === 0 ? [] : [...sourceFaults(picked.sources, sight), ...place];
}

function sourceFaults(sources: readonly number[], { openPulls, reverted, scene }: Sight): Fault[] {
  const { pulls, fixes } = scene.observed;
  const closed = new Set(pulls.flatMap(({ number, state }) => (state === 'closed' ? [number] : [])));
  const isBack = (number: number): boolean =>
    isReverted(reverted, fixes.fixes.find((fix) => fix.number === number) ?? { number });
  const found = [
    { kind: 'open-source' as const, numbers: sources.filter((number) => openPulls.includes(number)) },
    { kind: 'closed-source' as const, numbers: sources.filter((number) => closed.has(number)) },
    { kind: 'reverted-source' as const, numbers: sources.filter(isBack) },
  ];
  return found.filter(({ numbers }) => numbers.length > 0);
}

/** Those that came before it, or are merged. */
function sameAs(pick: Pick, { states }: Sight): Pick[] {
  const all = states.find(({ branch }) => branch === pick.branch)?.picks ?? [];
  return all.filter(
    (other) =>
      other.number !== undefined &&
      other.number !== pick.number &&
      (!other.isOpen || other.number < (pick.number ?? 0)) &&
      other.sources.some((source) => pick.sources.includes(source)),
  );
}

function placeFault(
  sources: readonly number[],
  branch: string,
  pull: Pull | undefined,
  { scene, states }: Sight,
): Fault[] {
  const fixes = scene.observed.fixes.fixes.filter(({ number }) => sources.includes(number));
  const own = openReleases(scene).find((release) => isNamed(release, pull?.milestone));
  const named = own === undefined ? [] : branchesOf(own);
  if (named.length > 0 && !named.includes(branch)) return [{ kind: 'wrong-branch', branch, wanted: named }];
  const wanted = fixes.map((fix) => (branch === fix.base ? [] : wantedBy(fix, scene, states)));
  const isRight = fixes.some((fix, index) => branch !== fix.base && (wanted[index] ?? []).length === 0);
  if (fixes.length === 0 || isRight || wanted.some((branches) => branches.includes(branch))) return [];
  const needed = neededBy(scene).filter(({ fix }) => fixes.includes(fix));
  const found = [...wanted.flat(), ...needed.map((need) => need.branch)];
  return [{ kind: 'wrong-branch', branch, wanted: [...new Set(found)] }];
}

/**
 * The branches that its labels name. A fix has one GitHub milestone and may go to more branches: that one counts while
 * its branches lack the fix. Empty: nobody says where it has to go.
 */
function wantedBy(fix: Fix, scene: PickScene, states: readonly BranchState[]): readonly string[] {
  const { branches } = askedFor(fix, scene);
  if (branches.length > 0) return branches;
  const release = openReleases(scene).find((one) => isNamed(one, fix.milestone));
  const named = release === undefined ? [] : branchesOf(release);
  return named.some((branch) => states.some((one) => one.branch === branch && !one.fixes.has(fix.number)))
    ? named
    : [];
}

function pullOf({ number, isOpen }: Pick, { scene }: Sight): Pull | undefined {
  return isOpen ? scene.observed.pulls.find((pull) => pull.number === number) : undefined;
}
