// A line of things to do that nobody waits for: one at a time, with a pause between two.
import type { Timer } from '../github/timer.ts';

export interface SlowLine<T> {
  /** What waits under the same name is replaced. */
  add(name: string, item: T): void;
  /** Resolves when nothing is left; no pause is made meanwhile. */
  idle(): Promise<void>;
  /** Nothing more begins; resolves when what runs is over. */
  close(): Promise<void>;
}

export interface SlowLineOptions<T> {
  /** Never rejects; false: nothing came of it, and the next needs no pause. */
  readonly work: (item: T) => Promise<boolean>;
  /** Milliseconds. */
  readonly gap: number;
  readonly timer: Timer;
}

export function slowLine<T>({ work, gap, timer }: SlowLineOptions<T>): SlowLine<T> {
  const waiting = new Map<string, T>();
  let running: Promise<void> | undefined;
  let isHurried = false;
  let wake: (() => void) | undefined;

  const pause = async (): Promise<void> => {
    if (isHurried) return;
    await new Promise<void>((resolve) => {
      const cancel = timer(gap, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  };
  const all = async (): Promise<void> => {
    for (const [name, item] of waiting) {
      waiting.delete(name);
      // oxlint-disable-next-line no-await-in-loop -- one at a time
      if ((await work(item)) && waiting.size > 0) await pause();
    }
    running = undefined;
  };
  const end = async (): Promise<void> => {
    isHurried = true;
    wake?.();
    await running;
  };
  return {
    add(name, item) {
      waiting.set(name, item);
      running ??= all();
    },
    idle: async () => {
      await end();
      isHurried = false;
    },
    close: async () => {
      waiting.clear();
      await end();
    },
  };
}
