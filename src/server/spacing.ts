// Leaves time between two runs of a repository that webhooks ask for: bursts become one run, a person waits for none.
import type { Instant } from '../domain/day.ts';
import type { Pauses } from '../github/pauses.ts';
import type { Timer } from '../github/timer.ts';
import { type Hint, joinHints } from './hint.ts';
import { nameOf } from './looks.ts';

/** Seconds from the begin of one run to that of the next. */
const GAP = 60;

/** In milliseconds, as long as a second of waiting lasts. */
export function gapOf({ second }: Pauses): number {
  return GAP * second;
}

export interface Spacing {
  /** Asks for a run now, or once the last one is long enough ago; what comes meanwhile joins it. */
  add(hint: Hint): void;
  /** A run of the repository begins. */
  began(hint: Hint): void;
  /** Asks for every run that waits. */
  flush(): void;
  /** Repositories that wait. */
  readonly size: number;
}

export interface SpacingOptions {
  readonly now: () => Instant;
  readonly timer: Timer;
  readonly ask: (hint: Hint) => void;
  /** Milliseconds. */
  readonly gap: number;
}

interface Waiting {
  readonly hint: Hint;
  readonly cancel: () => void;
}

export function startSpacing({ now, timer, ask, gap }: SpacingOptions): Spacing {
  const waiting = new Map<string, Waiting>();
  const last = new Map<string, Instant>();

  const release = (name: string): void => {
    const found = waiting.get(name);
    if (found === undefined) return;
    waiting.delete(name);
    found.cancel();
    ask(found.hint);
  };

  return {
    add(hint) {
      const name = nameOf(hint);
      const before = waiting.get(name);
      const joined = before === undefined ? hint : joinHints(before.hint, hint);
      const rest = restOf(last.get(name), now(), gap);
      if (rest === 0 || joined.isAsked === true) {
        before?.cancel();
        waiting.delete(name);
        ask(joined);
        return;
      }
      const cancel = before?.cancel ?? timer(rest, () => release(name));
      waiting.set(name, { hint: joined, cancel });
    },
    began(hint) {
      for (const [name, at] of last) if (restOf(at, now(), gap) === 0) last.delete(name);
      last.set(nameOf(hint), now());
    },
    flush: () => [...waiting.keys()].forEach(release),
    get size() {
      return waiting.size;
    },
  };
}

/** Milliseconds until the next run may begin. */
function restOf(last: Instant | undefined, now: Instant, gap: number): number {
  return last === undefined || now < last ? 0 : Math.max(0, last + gap - now);
}
