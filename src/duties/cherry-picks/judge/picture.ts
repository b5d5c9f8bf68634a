// All that is known of the cherry-picks of one release: what is there, what is missing, what waits, and what is wrong.
import type { Fix, Pull } from '../../../domain/pull.ts';
import { isReverted, revertedOn } from '../../../picks/reverted.ts';
import type { PickScene } from '../../../picks/scene.ts';
import type { CherryPicksInput } from '../input.ts';
import { type PickWindow, isCut } from '../window.ts';
import { type BranchState, type Pick, branchStates } from './branches.ts';
import { type Fault, faultsOf, strayFaults } from './faults.ts';
import { type Missing, missingIn } from './missing.ts';

/** A pull request with what is wrong with it. */
export interface Faulty {
  readonly number: number;
  readonly title: string;
  /** Branch that it goes to. */
  readonly branch: string;
  readonly isOpen: boolean;
  /** Logins of those who can mend it; empty where nobody can be named. */
  readonly owner: Pull['author'] | undefined;
  readonly faults: readonly Fault[];
}

export interface Picture {
  readonly window: PickWindow;
  /** Picks that are on the branch, since it was cut where that is known. */
  readonly picked: readonly Pick[];
  /** Picks that are open, by number. */
  readonly waiting: readonly { readonly pick: Pick; readonly pull: Pull }[];
  readonly missing: readonly Missing[];
  /** Fixes that are wanted, and that the default branch has taken back. */
  readonly reverted: readonly Missing[];
  /** Of which nobody can tell whether the branch has them. */
  readonly unsure: readonly Missing[];
  readonly faulty: readonly Faulty[];
  /** Why nothing is known of what is merged; absent: it is. */
  readonly unread?: string | undefined;
}

/** By release, the next to ship first. */
export function picturesOf(
  windows: readonly PickWindow[],
  scene: PickScene,
  input: CherryPicksInput,
): Picture[] {
  const { fixes } = scene.observed;
  const states = branchStates(scene);
  const reverted = revertedOn(fixes.main, fixes.repository);
  const sight = { states, reverted, scene, openPulls: input.observed.openPulls };
  const strays = strayPulls(windows, scene).map((pull) => ({ pull, faults: strayFaults(pull, sight) }));
  const isBack = ({ fix }: Missing): boolean => isReverted(reverted, fix);
  return windows.map((window) => {
    const wanted = missingIn(window, states, scene, input.config);
    const own = states.filter(({ branch }) => window.branches.includes(branch));
    return {
      window,
      ...picksIn(window, own, scene),
      missing: wanted.lacking.filter((one) => !isBack(one)),
      reverted: wanted.lacking.filter(isBack),
      unsure: wanted.unsure,
      faulty: [
        ...own.flatMap(({ picks }) => picks).flatMap((pick) => faultyOf(pick, faultsOf(pick, sight), scene)),
        ...strays.flatMap(({ pull, faults }) => strayOf(pull, faults, window)),
      ].toSorted((a, b) => a.number - b.number),
      unread: fixes.unread,
    };
  });
}

function picksIn(
  window: PickWindow,
  states: readonly BranchState[],
  { observed }: PickScene,
): { readonly picked: Pick[]; readonly waiting: Picture['waiting'] } {
  const picks = states.flatMap((state) => state.picks);
  const waiting = observed.pulls.flatMap((pull) => {
    const pick = picks.find((one) => one.isOpen && one.number === pull.number);
    return pick === undefined ? [] : [{ pick, pull }];
  });
  return {
    picked: picks.filter(
      ({ isOpen, step }) => !isOpen && (window.cut === undefined || isCut(window, step.at)),
    ),
    waiting,
  };
}

/** Open pull requests to branches that no release is made from. */
function strayPulls(windows: readonly PickWindow[], { observed }: PickScene): Pull[] {
  const branches = windows.flatMap((window) => window.branches);
  return observed.pulls.filter(({ state, base }) => state === 'open' && !branches.includes(base));
}

function faultyOf(pick: Pick, faults: readonly Fault[], scene: PickScene): Faulty[] {
  const { number, title, branch, isOpen, sources } = pick;
  if (number === undefined || faults.length === 0) return [];
  const pull = scene.observed.pulls.find((one) => one.number === number);
  const fix: Fix | undefined = scene.observed.fixes.fixes.find((one) => sources.includes(one.number));
  return [{ number, title, branch, isOpen, owner: pull?.author ?? fix?.author, faults }];
}

/** It belongs to the release that it should go to. */
function strayOf(pull: Pull, faults: readonly Fault[], { branches }: PickWindow): Faulty[] {
  const place = faults.find((fault) => fault.kind === 'wrong-branch');
  if (place === undefined || !branches.some((branch) => place.wanted.includes(branch))) return [];
  return [{ ...pull, branch: pull.base, isOpen: true, owner: pull.author, faults }];
}
