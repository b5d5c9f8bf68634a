// A clock that stands still until somebody waits on it: an hour of pauses takes no time.
import type { Instant } from '../../src/domain/day.ts';
import type { Clock } from '../../src/github/pacer.ts';

export interface VirtualClock extends Clock {
  readonly now: () => Instant;
  /** Goes on to a moment; never back. */
  reach(moment: number): void;
}

export function virtualClock(start: number): VirtualClock {
  let time = start;
  return {
    now: () => time as Instant,
    sleep: async (milliseconds) => {
      time += milliseconds;
    },
    reach: (moment) => {
      time = Math.max(time, moment);
    },
  };
}
