// Keeps the last look of each repository, so that a webhook about one pull request reads that one.
import type { Hint } from './hint.ts';
import { nameOf } from './looks.ts';
import { type About, type LastLook, lookOf } from '../run/last-look.ts';
import type { Run } from '../run/reconcile.ts';
import type { Instant } from '../domain/day.ts';

/** Pull requests and issues of all looks that are kept, those of the last runs: a few KB each, so 60 MB or so. */
const MOST = 20_000;

/** A look, and the pulse of right before it, where that was read. */
export interface Kept {
  readonly look: LastLook;
  readonly pulse: string | undefined;
}

export interface LastLooks {
  /** What is kept of the repository. */
  of(hint: Hint): Kept | undefined;
  /** What a run about the hint may keep; undefined: everything is looked at. */
  aboutOf(hint: Hint): About | undefined;
  /** A run of the repository has ended; `kept` is what was there before it, and `pulse` that of its begin. */
  remember(hint: Hint, kept: Kept | undefined, run: Run, now: Instant, pulse: string | undefined): void;
  /** Nobody knows what became of the last run. */
  forget(hint: Hint): void;
}

/** Nothing is kept: every run looks at everything. */
export const NO_LOOKS: LastLooks = {
  of: () => undefined,
  aboutOf: () => undefined,
  remember: () => {},
  forget: () => {},
};

export function startLastLooks(): LastLooks {
  const looks = new Map<string, Kept>();
  return {
    aboutOf(hint) {
      const kept = looks.get(nameOf(hint));
      if (kept === undefined || hint.about === undefined) return undefined;
      return { about: hint.about, isAsked: hint.isAsked === true, last: kept.look };
    },
    of: (hint) => looks.get(nameOf(hint)),
    remember(hint, kept, run, now, pulse) {
      const name = nameOf(hint);
      looks.delete(name);
      if (run.kind !== 'applied') return;
      const isNarrow = run.setting.narrow !== undefined;
      const look = lookOf({ ...run, kept: isNarrow ? kept?.look : undefined }, now);
      looks.set(name, { look, pulse: isNarrow ? kept?.pulse : pulse });
      let held = [...looks.values()].reduce((sum, one) => sum + sizeOf(one), 0);
      for (const [oldest, one] of looks) {
        if (held <= MOST) break;
        held -= sizeOf(one);
        looks.delete(oldest);
      }
    },
    forget: (hint) => void looks.delete(nameOf(hint)),
  };
}

function sizeOf({ look: { observation } }: Kept): number {
  const { pulls, ownIssues } = observation;
  return 1 + (pulls.known ? pulls.value.length : 0) + (ownIssues.known ? ownIssues.value.length : 0);
}
