// Gives a run its time: what takes longer is told to stop, and nobody waits for it.
import { OUT_OF_TIME } from '../github/held.ts';
import { type Timer, wallTimer } from '../github/timer.ts';

export interface Budget {
  /** Milliseconds. */
  readonly budget?: number | undefined;
  readonly timer?: Timer | undefined;
}

const BUDGET = 10 * 60_000;

/** Rejects once the time is up, whatever becomes of the work: that is told to stop, and nobody waits for it. */
export async function withinBudget(
  work: (stop: AbortSignal) => Promise<void>,
  { budget = BUDGET, timer = wallTimer }: Budget,
): Promise<void> {
  const stop = new AbortController();
  let cancel: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    cancel = timer(budget, () => {
      stop.abort(OUT_OF_TIME);
      reject(new Error(`it took longer than ${Math.round(budget / 60_000)} minutes and was given up`));
    });
  });
  const done = work(stop.signal);
  // After it was given up nobody hears of its end.
  done.catch(() => {});
  try {
    await Promise.race([done, late]);
  } finally {
    cancel?.();
  }
}
