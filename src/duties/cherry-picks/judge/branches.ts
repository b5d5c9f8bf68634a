// What release branches have, and which pull requests and commits took it there.
import type { Fix } from '../../../domain/pull.ts';
import { cherryPickOf } from '../../../picks/cherry-pick.ts';
import type { BranchStep } from '../../../picks/branch-steps.ts';
import { sourcesOf } from '../../../picks/pick-sources.ts';
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
  const { fixes, branches } = scene.observed.fixes;
  const open = new Map(scene.observed.pulls.map((pull) => [pull.number, pull]));
  return branches.map((one) => {
    const taken = takenIn(one, fixes, scene);
    const merged = new Set(one.merged.flatMap(({ commit }) => commit ?? []));
    const picks = taken.steps.flatMap((step): Pick[] => {
      // The commit of a pull request is that pull request.
      if (step.number === undefined && step.commits.some((commit) => merged.has(commit))) return [];
      const pull = step.number === undefined ? undefined : open.get(step.number);
      const isOpen = pull?.state === 'open' && step.commits.length === 0;
      const sources = takenFrom(step, one.branch, taken, scene);
      const isPick =
        step.isPick ||
        sources.length > 0 ||
        (isOpen && cherryPickOf(pull, scene.config, scene.observed.fixes.repository) !== undefined);
      const { number, title } = step;
      return isPick ? [{ branch: one.branch, number, title, step, isOpen, sources }] : [];
    });
    return { ...taken, branch: one.branch, picks };
  });
}

/** What it names, and the fixes that it brings without a word. */
function takenFrom(
  step: BranchStep,
  branch: string,
  { fixes: taken }: Taken,
  { observed }: PickScene,
): number[] {
  const { fixes, repository } = observed.fixes;
  const named = sourcesOf(step, step.isPick, branch, repository).flatMap((source) =>
    typeof source === 'number' ? source : numbersOf(source, fixes),
  );
  const brought = [...taken].flatMap(([number, steps]) => (steps.includes(step) ? [number] : []));
  return [...new Set([...named, ...brought])]
    .filter((number) => number !== step.number)
    .toSorted((a, b) => a - b);
}

function numbersOf(commit: string, fixes: readonly Fix[]): number[] {
  return fixes
    .filter(({ commits }) => commits.some(({ oid }) => oid.startsWith(commit)))
    .map(({ number }) => number);
}
