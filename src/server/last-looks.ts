// Keeps the last look of each repository, so that a webhook about one pull request reads that one.
import type { Hint } from './hint.ts';
import { type About, type LastLook, lookOf } from '../run/last-look.ts';
import type { Run } from '../run/reconcile.ts';
import type { Instant } from '../domain/day.ts';

/** Repositories whose looks are kept, those that ran last; a look holds what was read of a repository. */
const MOST = 200;

export interface LastLooks {
  /** What a run about the hint may keep; undefined: everything is looked at. */
  aboutOf(hint: Hint): About | undefined;
  /** A run of the repository has ended, which had `last` to keep of. */
  remember(hint: Hint, last: LastLook | undefined, run: Run, now: Instant): void;
  /** Nobody knows what became of the last run. */
  forget(hint: Hint): void;
}

export function startLastLooks(): LastLooks {
  const looks = new Map<string, LastLook>();
  return {
    aboutOf(hint) {
      const last = looks.get(nameOf(hint));
      if (last === undefined || hint.about === undefined) return undefined;
      return { about: hint.about, isAsked: hint.isAsked === true, last };
    },
    remember(hint, last, run, now) {
      const name = nameOf(hint);
      looks.delete(name);
      if (run.kind !== 'applied') return;
      const kept = run.setting.narrow === undefined ? undefined : last;
      looks.set(name, lookOf({ ...run, kept }, now));
      for (const [oldest] of looks) {
        if (looks.size <= MOST) break;
        looks.delete(oldest);
      }
    },
    forget: (hint) => void looks.delete(nameOf(hint)),
  };
}

function nameOf({ owner, repo }: Hint): string {
  return `${owner}/${repo}`;
}
