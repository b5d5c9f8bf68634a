// Fixes that are merged and meant for a release branch, too, and that nobody has taken there.
import { dayAt } from '../../../domain/day.ts';
import type { BranchPicks, Fix, Pull } from '../../../domain/pull.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { FAR_ENOUGH } from './cherry-pick.ts';
import { deadlinesOf } from './deadline.ts';
import type { ApprovalsInput } from '../input.ts';
import { isNamed, isVersionBranch, runningReleases } from './related.ts';

export interface Unpicked {
  readonly fix: Fix;
  readonly release: Release;
  /** The branch that lacks it. */
  readonly branch: string;
  /** By when it has to be there. */
  readonly deadline: Milestone;
}

/** A number that a title, a text or the name of a branch mentions. */
const MENTIONED = /#(\d{1,9})\b/g;

/** By number. A pull request to the branch that mentions the fix counts as picking it, an open one, too. */
export function unpickedOf(input: ApprovalsInput): Unpicked[] {
  const { fixes, branches } = input.observed.fixes;
  const taken = new Map(branches.map((one) => [one.branch, takenBy(one, input)]));
  const knownSince = new Map(branches.map(({ branch, since = 0 }) => [branch, since]));
  return fixes.flatMap((fix) => {
    const release = releaseOf(fix, taken, input);
    const branch = release?.branch;
    if (release === undefined || branch === undefined) return [];
    if (fix.base === branch || taken.get(branch)?.has(fix.number) !== false) return [];
    // Whether an older one was picked is not known, and nobody is told that it was not.
    if (fix.mergedAt < (knownSince.get(branch) ?? 0)) return [];
    const deadline = deadlinesOf({ base: branch }, release, true, input.config, input.now).next;
    return deadline === undefined ? [] : [{ fix, release, branch, deadline }];
  });
}

/** Numbers of what the branch has taken, or is about to. */
function takenBy({ branch, merged }: BranchPicks, { observed }: ApprovalsInput): Set<number> {
  const open = observed.pulls.filter(({ state, base }) => state === 'open' && base === branch);
  return new Set([...merged, ...open].flatMap(mentionedIn));
}

function mentionedIn({ title, body, head }: Pick<Pull, 'title' | 'body' | 'head'>): number[] {
  const text = `${title}\n${body.slice(0, FAR_ENOUGH)}\n${head}`;
  return [...text.matchAll(MENTIONED)].map(([, number]) => Number(number));
}

/** What its GitHub milestone names, else the next to ship that has its branch and had begun when the fix was merged. */
function releaseOf(
  { base, milestone, mergedAt }: Fix,
  branches: ReadonlyMap<string, unknown>,
  input: ApprovalsInput,
): Release | undefined {
  const open = runningReleases(input).filter(
    ({ release, timezone }) => dayAt(input.now, timezone) <= release,
  );
  const named = open.find((release) => isNamed(release, milestone));
  if (named !== undefined || milestone !== undefined || isVersionBranch(base)) return named;
  return open.find(
    ({ branch, start, timezone }) =>
      branch !== undefined && branches.has(branch) && dayAt(mergedAt, timezone) >= start,
  );
}
