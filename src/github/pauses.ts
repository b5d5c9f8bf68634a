// How pauses pass: as long as GitHub and Slack ask for, or at once where nobody has to be spared.
import type { Clock } from './pacer.ts';

export interface Pauses {
  /** Measures the pauses between writes; absent: there are none. */
  readonly clock?: Clock | undefined;
  /** How long a second of waiting lasts, in milliseconds. */
  readonly second: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the process is told: `RELCOMMS_PAUSES=none` is for trials on a GitHub of one's own. Default: those by `clock`. */
export function pausesOf(env: Environment, clock: Clock): Pauses {
  return env['RELCOMMS_PAUSES'] === 'none' ? { second: 1 } : { clock, second: 1000 };
}

/** All pauses are made, by a clock on which they take no time. `now`: milliseconds since 1970. */
export function leapingPauses(now: () => number): Pauses {
  return { clock: leapingClock(now), second: 1 };
}

/** A clock that is ahead by as long as anybody slept. */
function leapingClock(now: () => number): Clock {
  let ahead = 0;
  return {
    now: () => now() + ahead,
    sleep: (milliseconds) => {
      ahead += milliseconds;
      return Promise.resolve();
    },
  };
}

/** Lets a pause pass that is no pause between writes, in milliseconds. */
export function waiting({ second }: Pauses, { sleep }: Pick<Clock, 'sleep'>): Clock['sleep'] {
  return (milliseconds) => sleep((milliseconds * second) / 1000);
}
