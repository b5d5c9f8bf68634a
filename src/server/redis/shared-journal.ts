// The journal of an account's writes that all workers keep together, with the turn that one of them has.
import type { Redis } from 'ioredis';
import type { Limit } from '../../github/limit-in.ts';
import { HOUR, type PaceJournal, type PacedWrite, type WriteKind } from '../../github/pace.ts';
import type { Instant } from '../../domain/day.ts';
import type { Remaining } from '../../github/budget.ts';
import { ACCOUNT_SCRIPTS } from './account-scripts.ts';
import { PREFIX } from './connect.ts';

/** A write as the pacer counts it. */
export interface Written {
  readonly kind: WriteKind;
  readonly pieces: number;
}

/** All but those that nobody waits for reject while Redis is away. */
export interface SharedJournal {
  /** Takes the turn, or keeps it; false while another has it. It ends by itself when it is not kept. */
  turn(account: string, token: string): Promise<boolean>;
  /** The times are those of Redis' clock, as is `now`; in milliseconds. */
  read(account: string): Promise<PaceJournal & { readonly now: number }>;
  /** Notes a write of so many pieces, and ends the turn of the token. Never throws. */
  note(account: string, written: Written, token?: string): void;
  /** Ends the turn of the token. Never throws. */
  end(account: string, token: string): void;
  /** GitHub refused for a limit. Never throws. */
  quiet(account: string, limit: Limit): void;
  /** Notes what GitHub said is left, and answers the lowest that any worker heard of. */
  budget(account: string, heard: readonly Remaining[]): Promise<readonly Remaining[]>;
}

/** A turn that is not kept ends after this, in milliseconds: its worker was killed. */
export const TURN = 15_000;

type Scripts = Record<
  keyof typeof ACCOUNT_SCRIPTS,
  (prefix: string, ...args: (string | number)[]) => Promise<unknown>
>;

/** `name` sets this process apart from all others. */
export function sharedJournal(redis: Redis, name: string): SharedJournal {
  for (const [command, lua] of Object.entries(ACCOUNT_SCRIPTS))
    redis.defineCommand(command, { lua, numberOfKeys: 1 });
  const run = redis as unknown as Scripts;
  let noted = 0;
  return {
    turn: async (account, token) => (await run.accountTurn(PREFIX, account, token, TURN)) === 1,
    read: async (account) => journalOf((await run.accountRead(PREFIX, account, HOUR)) as string[]),
    note: (account, { kind, pieces }, token = '') => {
      noted += 1;
      const entry = `${pieces} ${name}-${noted}`;
      void run.accountNote(PREFIX, account, kind, entry, token, HOUR).catch(() => {});
    },
    end: (account, token) => void run.accountNote(PREFIX, account, '', '', token, HOUR).catch(() => {}),
    quiet: (account, limit) => {
      const pause = limit.kind === 'pause' ? limit.milliseconds : '';
      const end = limit.kind === 'until' ? limit.instant : '';
      void run.accountQuiet(PREFIX, account, pause, end, HOUR).catch(() => {});
    },
    budget: async (account, heard) => {
      const parts = heard.flatMap(({ resource, remaining, reset }) => [resource, remaining, reset]);
      return remainingIn((await run.accountBudget(PREFIX, account, ...parts)) as string[]);
    },
  };
}

function journalOf([now, quietUntil, ...pairs]: readonly string[]): PaceJournal & { now: number } {
  const writes: PacedWrite[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [word, pieces] = (pairs[at] ?? '').split(' ');
    const write = { at: Number(pairs[at + 1]), kind: kindOf(word), pieces: Number(pieces) };
    writes.push(write);
  }
  return { now: Number(now), quietUntil: Number(quietUntil), writes };
}

function kindOf(word: string | undefined): WriteKind {
  return word === 'notice' ? 'notice' : 'plain';
}

function remainingIn(pairs: readonly string[]): Remaining[] {
  const found: Remaining[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [remaining, reset] = (pairs[at + 1] ?? '').split(' ').map(Number);
    found.push({ resource: pairs[at] ?? '', remaining: remaining ?? 0, reset: (reset ?? 0) as Instant });
  }
  return found;
}
