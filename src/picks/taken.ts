// What a release branch has taken, step by step; a revert takes back what it names, and so does the revert of a revert.
import type { BranchPicks, Fix } from '../domain/pull.ts';
import type { PickScene } from './scene.ts';
import { type BranchStep, branchSteps } from './branch-steps.ts';
import { type Source, mentionedIn } from './named-sources.ts';
import { FAR_ENOUGH, sourcesOf } from './pick-sources.ts';
import { isReapply, isRevert, revertedSources, revertedTitle } from './reverts.ts';

/** What a step does to the branch. */
interface Effect {
  readonly step: BranchStep;
  /** Numbers of fixes that it brings, and of those that it takes away. */
  readonly adds: readonly number[];
  readonly removes: readonly number[];
  /** Steps that it takes back, and those that it brings back. */
  readonly undoes: readonly BranchStep[];
  readonly redoes: readonly BranchStep[];
}

interface Setting {
  readonly branch: string;
  readonly fixes: readonly Fix[];
  readonly repository: string | undefined;
}

/** What came to a branch, and what of it is still there. */
export interface Taken {
  /** By number of the fix: the steps that bring it. */
  readonly fixes: ReadonlyMap<number, readonly BranchStep[]>;
  /** Steps that were not taken back, without reverts. */
  readonly steps: readonly BranchStep[];
}

/** Numbers of the fixes that the branch has, or that an open pull request is about to bring. */
export function takenBy(picks: BranchPicks, fixes: readonly Fix[], scene: PickScene): Set<number> {
  return new Set(takenIn(picks, fixes, scene).fixes.keys());
}

export function takenIn(picks: BranchPicks, fixes: readonly Fix[], scene: PickScene): Taken {
  const setting = { branch: picks.branch, fixes, repository: scene.observed.fixes.repository };
  const taken = new Map<number, readonly BranchStep[]>();
  const gone = new Set<BranchStep>();
  const before: Effect[] = [];
  for (const step of branchSteps(picks, scene)) {
    const effect = effectOf(step, before, setting);
    before.push(effect);
    for (const number of effect.adds) taken.set(number, [...(taken.get(number) ?? []), step]);
    for (const number of effect.removes) taken.delete(number);
    for (const one of effect.undoes) gone.add(one);
    for (const one of effect.redoes) gone.delete(one);
  }
  const steps = before.map(({ step }) => step).filter((step) => !gone.has(step) && !isUndoing(step));
  return { fixes: taken, steps };
}

function isUndoing(step: BranchStep): boolean {
  return isRevert(step) || isReapply(step);
}

function effectOf(step: BranchStep, before: readonly Effect[], setting: Setting): Effect {
  if (isUndoing(step)) return undone(step, before, setting);
  const sources = sourcesOf(step, step.isPick, setting.branch, setting.repository);
  const adds = setting.fixes
    .filter((fix) => isTaken(fix, step, sources, setting))
    .map(({ number }) => number);
  return { step, adds, removes: [], undoes: [], redoes: [] };
}

/** The opposite of what the steps did that it names; where it names the fix itself, that is gone, or there again. */
function undone(step: BranchStep, before: readonly Effect[], { fixes, repository }: Setting): Effect {
  const sources = revertedSources(step, repository);
  const title = revertedTitle(step.title);
  const named = before.filter((one) => isStep(one.step, sources) || one.step.title === title);
  const direct = fixes.filter((fix) => sources.some((source) => isFix(fix, source)));
  const numbers = direct.map(({ number }) => number);
  const again = isReapply(step);
  const plain = named.filter((one) => !isUndoing(one.step)).map((one) => one.step);
  return {
    step,
    adds: [...named.flatMap(({ removes }) => removes), ...(again ? numbers : [])],
    removes: [...named.flatMap(({ adds }) => (again ? [] : adds)), ...(again ? [] : numbers)],
    undoes: [...(again ? [] : plain), ...named.flatMap(({ redoes }) => redoes)],
    redoes: [...(again ? plain : []), ...named.flatMap(({ undoes }) => undoes)],
  };
}

function isStep({ number, commits }: BranchStep, sources: readonly Source[]): boolean {
  return sources.some((source) =>
    typeof source === 'number' ? source === number : commits.some((commit) => commit.startsWith(source)),
  );
}

/** It names the fix, is the same commit, or was made of it, which keeps title and time. */
function isTaken(fix: Fix, step: BranchStep, sources: readonly Source[], { repository }: Setting): boolean {
  if (sources.some((source) => isFix(fix, source))) return true;
  if (step.commits.some((commit) => fix.commits.some(({ oid }) => oid === commit))) return true;
  if (fix.commits.some(({ title, authoredAt }) => title === step.title && authoredAt === step.authoredAt))
    return true;
  // The same change under the same name, with a mention of where it was made.
  const text = `${step.title}\n${step.body.slice(0, FAR_ENOUGH)}`;
  return (
    plainTitle(step.title) === plainTitle(fix.title) &&
    text.split('\n').some((line) => mentionedIn(line, repository).some((source) => isFix(fix, source)))
  );
}

export function isFix({ number, commits }: Fix, source: Source): boolean {
  if (typeof source === 'number') return source === number;
  return commits.some(({ oid }) => oid.startsWith(source));
}

/** Without what stands in brackets, in the case of all. */
function plainTitle(title: string): string {
  return title
    .slice(0, 500)
    .replaceAll(/\[[^\]]*\]|\([^()]*\)/g, ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
