// Keeps the journal of one account's writes and lets them go one after the other, each in its time.
import { heldBack } from './held.ts';
import type { Limit } from './limit-in.ts';
import { HOUR, type PacedWrite, type WriteKind, pace, quietAfter } from './pace.ts';

/** Milliseconds since 1970, and a way to let them pass. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface Pacer {
  /**
   * Resolves when the write may be sent, in the order of asking; rejects with what `isHeld` knows when that is
   * not in this run. Call what it answers once GitHub has answered: the next write waits for it. `pieces`: what the
   * write makes or changes; one thing where nothing is said.
   */
  admit(kind: WriteKind, pieces?: number): Promise<() => void>;
  /** A write was sent once more, by itself: it counts, but nobody waits for it here. */
  note(kind: WriteKind, pieces?: number): void;
  /** GitHub refused for one of its limits: what waits, waits until that has passed. */
  limited(limit: Limit): void;
}

/** Longest wait for one write once the process is about to end, in milliseconds. */
const LAST_PATIENCE = 5_000;

/**
 * One for each account that writes: an installation of the App, or the token of an Action. Once `stop` is aborted a
 * write that has to wait longer than a moment is left to the next run; one that is begun gets its receipt.
 */
export function startPacer({ now, sleep }: Clock, stop?: AbortSignal): Pacer {
  let writes: PacedWrite[] = [];
  let quietUntil = -Infinity;
  /** When a secondary limit was met that named no time, in the last hour. */
  let refusals: number[] = [];
  let turn: Promise<void> = Promise.resolve();

  function note(kind: WriteKind, pieces = 1): void {
    writes = [...writes.filter(({ at }) => at > now() - HOUR), { at: now(), kind, pieces }];
  }

  function endOf(limit: Limit): number {
    if (limit.kind === 'until') return limit.instant;
    if (limit.kind === 'pause') return now() + limit.milliseconds;
    refusals = [...refusals.filter((at) => at > now() - HOUR), now()];
    return now() + quietAfter(refusals.length);
  }

  async function wait(kind: WriteKind, pieces: number): Promise<void> {
    for (;;) {
      const answer = pace({ writes, quietUntil }, now(), kind, pieces);
      if (answer.kind === 'go') return;
      if (answer.kind === 'hold')
        throw heldBack(answer.why, answer.why === 'asked' ? answer.until : undefined);
      if (stop?.aborted === true && answer.milliseconds > LAST_PATIENCE) throw heldBack('stopping');
      // oxlint-disable-next-line no-await-in-loop -- waiting is what this is for
      await untilStopped(sleep(answer.milliseconds), stop);
    }
  }

  return {
    async admit(kind, pieces = 1) {
      const before = turn;
      const own = startTurn();
      turn = own.over;
      await before;
      try {
        await wait(kind, pieces);
      } catch (error) {
        own.end();
        throw error;
      }
      return () => {
        note(kind, pieces);
        own.end();
      };
    },
    note,
    limited(limit) {
      quietUntil = Math.max(quietUntil, endOf(limit));
    },
  };
}

/** A promise, and what resolves it. */
function startTurn(): { readonly over: Promise<void>; readonly end: () => void } {
  let end!: () => void;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
}

/** Resolves with the pause, or as soon as the process is told to end. */
function untilStopped(pause: Promise<void>, stop: AbortSignal | undefined): Promise<void> {
  if (stop === undefined || stop.aborted) return pause;
  const begun = startTurn();
  stop.addEventListener('abort', begun.end, { once: true });
  void pause.finally(() => stop.removeEventListener('abort', begun.end));
  return Promise.race([pause, begun.over]);
}
