// Fixes that a release wants and does not have: by a label, or by its GitHub milestone since the branch was cut.
import type { Fix } from '../../../domain/pull.ts';
import { type Need, askedFor, neededBy, sortedOut } from '../../../picks/needs.ts';
import { isNamed, isVersionBranch } from '../../../picks/running.ts';
import type { PickScene } from '../../../picks/scene.ts';
import type { CherryPicksConfig } from '../config.ts';
import { type PickWindow, isCut } from '../window.ts';
import type { BranchState } from './branches.ts';

/** A fix, with the branches of one release that lack it. */
export interface Missing {
  readonly fix: Fix;
  readonly branches: readonly string[];
}

export interface Wanted {
  readonly lacking: readonly Missing[];
  /** Of which nobody can tell. */
  readonly unsure: readonly Missing[];
}

/** Of one release, by number. */
export function missingIn(
  window: PickWindow,
  states: readonly BranchState[],
  scene: PickScene,
  config: CherryPicksConfig,
): Wanted {
  const own = neededBy(scene).filter(({ release }) => release === window.release);
  const byMilestone = config.byMilestone ? ofMilestone(window, scene) : [];
  const missing = [...own, ...byMilestone].filter(({ fix, branch }) => {
    const state = states.find((one) => one.branch === branch);
    return state !== undefined && !state.fixes.has(fix.number);
  });
  const { lacking, unsure } = sortedOut(missing, scene);
  return { lacking: byFix(lacking), unsure: byFix(unsure) };
}

/** What has a label already says there where it goes. */
function ofMilestone(window: PickWindow, scene: PickScene): Need[] {
  const { release, branches } = window;
  return scene.observed.fixes.fixes
    .filter((fix) => {
      const { branches: named, next } = askedFor(fix, scene);
      if (named.length > 0 || next || !isNamed(release, fix.milestone)) return false;
      return !isVersionBranch(fix.base) && !branches.includes(fix.base) && isCut(window, fix.mergedAt);
    })
    .flatMap((fix) => branches.map((branch) => ({ fix, release, branch })));
}

function byFix(needs: readonly Need[]): Missing[] {
  const fixes = [...new Map(needs.map(({ fix }) => [fix.number, fix])).values()];
  return fixes
    .map((fix) => ({
      fix,
      branches: needs.filter((need) => need.fix.number === fix.number).map(({ branch }) => branch),
    }))
    .toSorted((a, b) => a.fix.number - b.fix.number);
}
