// A clock that the test turns: what is due rings, in the order of its time.
import type { Instant } from '../../src/domain/day.ts';
import type { Timer } from '../../src/github/timer.ts';

export interface TurnedClock {
  readonly now: () => Instant;
  readonly timer: Timer;
  /** Milliseconds. */
  pass(milliseconds: number): void;
}

export function turnedClock(begin: Instant): TurnedClock {
  let now = begin;
  let waiting: { readonly at: number; readonly ring: () => void }[] = [];
  return {
    now: () => now,
    timer: (milliseconds, ring) => {
      const one = { at: now + milliseconds, ring };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    pass: (milliseconds) => {
      now = (now + milliseconds) as Instant;
      const due = waiting.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { ring } of due) ring();
    },
  };
}
