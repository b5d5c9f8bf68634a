// Works off the line: claims what is next, keeps the claim while the run goes on, and stops a run whose claim was lost.
import { randomUUID } from 'node:crypto';
import { LOST } from '../../github/held.ts';
import { type Timer, wallTimer } from '../../github/timer.ts';
import { withinBudget } from '../within-budget.ts';
import { type Claim, type Ending, LEASE, type Line } from './line.ts';

/** What a run is given. */
export interface Held {
  readonly claim: Claim;
  /** Aborted when the time is up, the claim was lost, or nobody knows whether it was. */
  readonly stop: AbortSignal;
  /** Asks whether the claim still counts. Rejects while Redis is away. */
  readonly holds: () => Promise<boolean>;
}

export interface WorkOptions {
  readonly line: Pick<Line, 'claim' | 'holds' | 'finish'>;
  /** Runs at once in this process. */
  readonly parallel: number;
  /** Resolves when the run came through; rejects when it broke off. */
  readonly work: (held: Held) => Promise<void>;
  /** How a run ended that broke off. */
  readonly endingOf: (error: unknown) => Ending;
  /** Told of it as well. */
  readonly onError: (error: unknown, claim: Claim) => void;
  /** Aborted when the process is about to end: runs are given back. */
  readonly stopping: AbortSignal;
  readonly lease?: number;
  readonly budget?: number;
  /** Between two looks at the line that nobody asked for, in milliseconds. */
  readonly look?: number;
  readonly timer?: Timer;
}

export interface Working {
  /** Something may be waiting. */
  readonly wake: () => void;
  /** Runs that go on in this process. */
  readonly running: number;
  /** Takes nothing more; resolves when what runs is over. */
  close(): Promise<void>;
}

const LOOK = 1_000;

export function workOff(options: WorkOptions): Working {
  const { line, parallel, stopping, timer = wallTimer, look = LOOK } = options;
  const running = new Set<Promise<void>>();
  let closed = false;
  let looking: Promise<void> | undefined;
  let isAskedAgain = false;
  const isClosed = (): boolean => closed || stopping.aborted;

  async function takeAll(): Promise<void> {
    do {
      isAskedAgain = false;
      while (running.size < parallel && !isClosed()) {
        // oxlint-disable-next-line no-await-in-loop -- one claim after the other, so that other processes get theirs
        const claim = await line.claim(randomUUID()).catch(() => undefined);
        if (claim === undefined) break;
        const run = runClaim(claim, options).finally(() => {
          running.delete(run);
          wake();
        });
        running.add(run);
      }
    } while (isAskedAgain);
  }

  function wake(): void {
    isAskedAgain = true;
    looking ??= takeAll().finally(() => {
      looking = undefined;
    });
  }

  let cancel: () => void;
  const again = (): void => {
    wake();
    cancel = timer(look, again);
  };
  cancel = timer(look, again);
  wake();

  return {
    wake,
    get running() {
      return running.size;
    },
    close: async () => {
      closed = true;
      cancel();
      await looking;
      await Promise.all(running);
    },
  };
}

/** Never rejects. */
async function runClaim(claim: Claim, options: WorkOptions): Promise<void> {
  const { line, work, endingOf, onError, stopping } = options;
  const lost = new AbortController();
  const release = keepClaim(claim, lost, options);
  let ending: Ending = { kind: 'done' };
  try {
    await withinBudget(
      (late) =>
        work({
          claim,
          stop: AbortSignal.any([late, lost.signal, stopping]),
          holds: () => line.holds(claim),
        }),
      options,
    );
  } catch (error) {
    ending = endingOf(error);
    if (!lost.signal.aborted) onError(error, claim);
  }
  release();
  // What a stopped run left is for another process; while Redis is away the claim ends by itself, with the same effect.
  if (stopping.aborted) ending = { kind: 'back' };
  await line.finish(claim, ending).catch(() => false);
}

/** Renews the claim; one that can't be renewed in time is as good as lost. */
function keepClaim(
  claim: Claim,
  lost: AbortController,
  { line, lease = LEASE, timer = wallTimer }: WorkOptions,
): () => void {
  let isOver = false;
  const lose = (): void => lost.abort(LOST);
  let cancelLate = timer(lease * SAFE, lose);
  let cancelNext = timer(lease / 3, () => void renew());

  async function renew(): Promise<void> {
    const holds = await line.holds(claim, true).catch(() => undefined);
    if (isOver) return;
    if (holds === false) return lose();
    if (holds === true) {
      cancelLate();
      cancelLate = timer(lease * SAFE, lose);
    }
    cancelNext = timer(holds === undefined ? lease / 15 : lease / 3, () => void renew());
  }

  return () => {
    isOver = true;
    cancelLate();
    cancelNext();
  };
}

/** Of the lease: a run is stopped before another worker may have it. */
const SAFE = 0.8;
