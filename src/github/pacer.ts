// Keeps the journal of one account's writes and lets each go when its turn has come.
import { heldBack } from './held.ts';
import { HOUR, type PacedWrite, type WriteKind, pace } from './pace.ts';

/** Milliseconds since any fixed moment, and a way to let them pass. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface Pacer {
  /** Resolves when the write may be sent, in the order of asking; throws `Held` when that is not in this run. */
  admit(kind: WriteKind): Promise<void>;
  /** A write was sent once more, by itself: it counts, but nobody waits for it here. */
  note(kind: WriteKind): void;
  /** GitHub asked for quiet, in milliseconds from now. */
  quiet(milliseconds: number): void;
}

/** One for each account that writes: an installation of the App, or the token of an Action. */
export function startPacer({ now, sleep }: Clock): Pacer {
  let writes: PacedWrite[] = [];
  let quietUntil = -Infinity;
  let turn: Promise<void> = Promise.resolve();

  function note(kind: WriteKind): void {
    const at = now();
    writes = [...writes.filter((write) => write.at > at - HOUR), { at, kind }];
  }

  async function admitOne(kind: WriteKind): Promise<void> {
    for (;;) {
      const answer = pace({ writes, quietUntil }, now(), kind);
      if (answer.kind === 'go') return note(kind);
      if (answer.kind === 'hold') throw heldBack(answer.why);
      // oxlint-disable-next-line no-await-in-loop -- waiting is what this is for
      await sleep(answer.milliseconds);
    }
  }

  return {
    admit(kind) {
      const admitted = turn.then(() => admitOne(kind));
      // Whoever comes next waits for the end of this turn, not for its success.
      turn = admitted.catch(() => {});
      return admitted;
    },
    note,
    quiet(milliseconds) {
      quietUntil = Math.max(quietUntil, now() + milliseconds);
    },
  };
}
