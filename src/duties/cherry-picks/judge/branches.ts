// What release branches have, and which pull requests and commits took it there.
import type { Fix } from '../../../domain/pull.ts';
import type { BranchStep } from '../../../picks/branch-steps.ts';
import type { Source } from '../../../picks/named-sources.ts';
import { sourcesOf } from '../../../picks/pick-sources.ts';
import { numbersOn } from '../../../picks/reverted.ts';
import type { PickScene } from '../../../picks/scene.ts';
import { type Taken, takenIn } from '../../../picks/taken.ts';

/** A pull request to a release branch, or a commit on one, that takes something over. */
export interface Pick {
  readonly branch: string;
  /** Absent for a commit without a pull request. */
  readonly number?: number | undefined;
  readonly title: string;
  readonly step: BranchStep;
  readonly isOpen: boolean;
  /** Numbers of the pull requests that it takes over, lowest first. */
  readonly sources: readonly number[];
}

export interface BranchState extends Taken {
  readonly branch: string;
  /** As they came; what is open comes last. */
  readonly picks: readonly Pick[];
}

/** Of the branches that exist. */
export function branchStates(scene: PickScene): BranchState[] {
  const { fixes, branches, main } = scene.observed.fixes;
  const open = new Set(
    scene.observed.pulls.flatMap(({ number, state }) => (state === 'open' ? [number] : [])),
  );
  const originals = [
    ...fixes.flatMap(({ commits }) => commits.map(({ oid }) => oid)),
    ...(main?.commits ?? []).map(({ oid }) => oid),
  ];
  return branches.map((one) => {
    const taken = takenIn(one, fixes, scene);
    const merged = new Set(one.merged.flatMap(({ commit }) => commit ?? []));
    const own = new Set([...merged, ...originals]);
    // The commit of a pull request is that pull request, and an original is there by the history of the branch.
    const steps = taken.steps.filter(
      ({ number, commits }) => number !== undefined || !commits.some((commit) => own.has(commit)),
    );
    const picks = steps.flatMap((step) => pickOf(step, one.branch, taken, scene));
    return {
      ...taken,
      branch: one.branch,
      picks: picks
        .filter((pick) => !isWithin(pick, picks))
        .map((pick) => ({ ...pick, isOpen: open.has(pick.number ?? 0) })),
    };
  });
}

/** A commit of a pull request that was merged as it is: that pull request says the same. */
function isWithin(
  { number, title, sources }: Omit<Pick, 'isOpen'>,
  all: readonly Omit<Pick, 'isOpen'>[],
): boolean {
  if (number !== undefined) return false;
  return all.some(
    (other) =>
      other.number !== undefined &&
      (other.title === title ||
        (sources.length > 0 && sources.every((source) => other.sources.includes(source)))),
  );
}

/** None where nothing says that it takes something over. */
function pickOf(step: BranchStep, branch: string, taken: Taken, scene: PickScene): Omit<Pick, 'isOpen'>[] {
  const named = sourcesOf(step, step.isPick, branch, scene.observed.fixes.repository);
  const sources = takenFrom(step, named, taken, scene);
  if (!step.isPick && named.length === 0 && sources.length === 0) return [];
  const { number, title } = step;
  return [{ branch, number, title, step, sources }];
}

/** What it names, commits as the pull requests that they are known of, and the fixes that it brings without a word. */
function takenFrom(
  step: BranchStep,
  named: readonly Source[],
  { fixes: taken }: Taken,
  { observed }: PickScene,
): number[] {
  const { fixes, main } = observed.fixes;
  const known = named.flatMap((source) =>
    typeof source === 'number' ? source : [...numbersOf(source, fixes), ...numbersOn(main, source)],
  );
  const brought = [...taken].flatMap(([number, steps]) => (steps.includes(step) ? [number] : []));
  return [...new Set([...known, ...brought])]
    .filter((number) => number !== step.number)
    .toSorted((a, b) => a - b);
}

function numbersOf(commit: string, fixes: readonly Fix[]): number[] {
  return fixes
    .filter(({ commits }) => commits.some(({ oid }) => oid.startsWith(commit)))
    .map(({ number }) => number);
}
