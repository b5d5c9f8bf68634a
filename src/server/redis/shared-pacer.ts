// Paces the writes of an account over all workers: one of them has the turn, and the journal in Redis says when it may.
import { randomUUID } from 'node:crypto';
import { heldBack } from '../../github/held.ts';
import { pace, type WriteKind } from '../../github/pace.ts';
import type { Clock, Pacer } from '../../github/pacer.ts';
import { type SharedJournal, TURN } from './shared-journal.ts';

/** Between two tries to get the turn, in milliseconds. */
const RETRY = 50;

/** Longest wait for the turn of others, and once the process is about to end; in milliseconds. */
const PATIENCE = 60_000;
const LAST_PATIENCE = 5_000;

/** Of a pause the part after which the turn is kept again, in milliseconds. */
const STEP = TURN / 3;

/** What is waited for goes by `sleep`; the times of writes by Redis' own clock, which is the same for all. */
export function sharedPacer(
  journal: SharedJournal,
  account: string,
  { sleep }: Pick<Clock, 'sleep'>,
  stop?: AbortSignal,
): Pacer {
  /** Within this process the order of asking holds, and one asks Redis for all. */
  let turn: Promise<void> = Promise.resolve();

  async function begin(token: string): Promise<void> {
    const patience = stop?.aborted === true ? LAST_PATIENCE : PATIENCE;
    for (let waited = 0; waited <= patience; waited += RETRY) {
      // oxlint-disable-next-line no-await-in-loop -- waiting is what this is for
      if (await journal.turn(account, token)) return;
      // oxlint-disable-next-line no-await-in-loop -- see above
      await sleep(RETRY);
    }
    throw heldBack(stop?.aborted === true ? 'stopping' : 'hour');
  }

  async function wait(kind: WriteKind, pieces: number, token: string): Promise<void> {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- waiting is what this is for
      const { now, ...known } = await journal.read(account);
      const answer = pace(known, now, kind, pieces);
      if (answer.kind === 'go') return;
      if (answer.kind === 'hold')
        throw heldBack(answer.why, answer.why === 'asked' ? answer.until : undefined);
      if (stop?.aborted === true && answer.milliseconds > LAST_PATIENCE) throw heldBack('stopping');
      // oxlint-disable-next-line no-await-in-loop -- see above
      await sleep(Math.min(STEP, answer.milliseconds));
      // oxlint-disable-next-line no-await-in-loop -- see above
      if (!(await journal.turn(account, token))) await begin(token);
    }
  }

  return {
    async admit(kind, pieces = 1) {
      const token = randomUUID();
      const before = turn;
      let end!: () => void;
      turn = new Promise((resolve) => (end = resolve));
      await before;
      try {
        await begin(token);
        await wait(kind, pieces, token);
      } catch (error) {
        journal.end(account, token);
        end();
        throw error instanceof Error && error.name === 'Held' ? error : heldBack('unasked');
      }
      const keeping = setInterval(() => void journal.turn(account, token).catch(() => {}), STEP);
      keeping.unref();
      return () => {
        clearInterval(keeping);
        journal.note(account, { kind, pieces }, token);
        end();
      };
    },
    note: (kind, pieces = 1) => journal.note(account, { kind, pieces }),
    limited: (limit) => journal.quiet(account, limit),
  };
}
