// What failed is tried again after pauses that grow, and stops nobody else meanwhile.
import type { Instant } from '../domain/day.ts';

const MINUTE = 60_000;
const LONGEST = 60 * MINUTE;

/** How something failed: how often in a row, why, and when it may be tried again. */
export interface Failing {
  readonly times: number;
  readonly why: string;
  readonly until: Instant;
}

export interface Tries {
  /** Whether it may be tried now: it never failed, or its pause is over. */
  mayTry(name: string): boolean;
  failed(name: string, why: string): Failing;
  succeeded(name: string): void;
  /** Those that failed last time. */
  readonly failing: ReadonlyMap<string, Failing>;
}

/** 1, 2, 4, 8 minutes and so on, up to an hour; in milliseconds. */
export function pauseAfter(times: number): number {
  return Math.min(LONGEST, MINUTE * 2 ** (Math.max(1, times) - 1));
}

export function startTries(now: () => Instant): Tries {
  const failing = new Map<string, Failing>();
  return {
    failing,
    mayTry: (name) => (failing.get(name)?.until ?? 0) <= now(),
    failed: (name, why) => {
      const times = (failing.get(name)?.times ?? 0) + 1;
      const failure = { times, why, until: (now() + pauseAfter(times)) as Instant };
      failing.set(name, failure);
      return failure;
    },
    succeeded: (name) => void failing.delete(name),
  };
}
