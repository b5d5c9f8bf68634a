// Asks GitHub at the start again and again while the fault is one that passes.
import { failureWords, isAmbiguous, isLimit } from '../github/failure.ts';
import { type Timer, pauseBy } from '../github/timer.ts';
import { pauseAfter } from './tries.ts';

export interface Patience {
  readonly timer: Timer;
  /** Told of each try that failed and is repeated, with the pause until then in milliseconds. */
  readonly onWait: (why: string, pause: number) => void;
}

/** Rejects with what GitHub refuses for good: it does not know the App, say. */
export async function askUntilAnswered<T>(ask: () => Promise<T>, { timer, onWait }: Patience): Promise<T> {
  for (let times = 1; ; times++) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- a further try only after the last one's end
      return await ask();
    } catch (error) {
      if (!isAmbiguous(error) && !isLimit(error)) throw error;
      const pause = pauseAfter(times) / SOONER;
      onWait(failureWords(error), pause);
      // oxlint-disable-next-line no-await-in-loop -- see above
      await pauseBy(timer, pause);
    }
  }
}

/** At the start nothing else runs that would be waited for: 2 seconds, 4, 8 and so on, up to two minutes. */
const SOONER = 30;
