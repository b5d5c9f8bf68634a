// The journal of an account's writes that all workers keep together, with the turn that one of them has.
import type { Redis } from 'ioredis';
import type { Limit } from '../../github/limit-in.ts';
import { HOUR, type PaceJournal, type PacedWrite, type WriteKind } from '../../github/pace.ts';
import { ACCOUNT_SCRIPTS } from './account-scripts.ts';
import { PREFIX } from './connect.ts';

/** What GitHub said of a resource: `core` counts requests, `graphql` points. `reset` in seconds since 1970. */
export interface Remaining {
  readonly resource: string;
  readonly remaining: number;
  readonly reset: number;
}

/** All but the two that nobody waits for reject while Redis is away. */
export interface SharedJournal {
  /** Takes the turn, or keeps it; false while another has it. It ends by itself when it is not kept. */
  turn(account: string, token: string): Promise<boolean>;
  /** The times are those of Redis' clock, as is `now`; in milliseconds. */
  read(account: string): Promise<PaceJournal & { readonly now: number }>;
  /** Notes a write and ends the turn of the token; without a kind it only ends the turn. Never throws. */
  note(account: string, kind: WriteKind | undefined, token?: string): void;
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
    note: (account, kind, token = '') => {
      noted += 1;
      void run.accountNote(PREFIX, account, kind ?? '', `${name}-${noted}`, token, HOUR).catch(() => {});
    },
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
    const kind = pairs[at]?.startsWith('notice') === true ? 'notice' : 'plain';
    writes.push({ at: Number(pairs[at + 1]), kind });
  }
  return { now: Number(now), quietUntil: Number(quietUntil), writes };
}

function remainingIn(pairs: readonly string[]): Remaining[] {
  const found: Remaining[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [remaining, reset] = (pairs[at + 1] ?? '').split(' ').map(Number);
    found.push({ resource: pairs[at] ?? '', remaining: remaining ?? 0, reset: reset ?? 0 });
  }
  return found;
}
