// The line of repositories that many processes share: hints join, groups take turns, a claim counts while it is renewed.
import type { Redis } from 'ioredis';
import { PREFIX } from './connect.ts';
import { LINE_SCRIPTS } from './line-scripts.ts';

/** How a run ended. `until`: milliseconds since 1970; absent: after a pause that doubles. */
export type Ending =
  | { readonly kind: 'done' }
  /** Not begun, or given back: it is the next. */
  | { readonly kind: 'back' }
  /** It failed: again after a pause. */
  | { readonly kind: 'again'; readonly cause: string; readonly until?: number | undefined }
  /** Every other of its group would fail as well: all of them after a pause. */
  | { readonly kind: 'rest'; readonly cause: string; readonly until?: number | undefined };

export interface Claim {
  readonly key: string;
  readonly group: string;
  readonly token: string;
  /** How long it waited, in milliseconds. */
  readonly waited: number;
  /** How often it failed in a row. */
  readonly tries: number;
  /** What came for it, as texts. */
  readonly hints: readonly string[];
}

export interface LineLook {
  readonly waiting: number;
  readonly running: number;
  /** Those whose pause is not over. */
  readonly later: number;
  /** Runs whose worker was lost, so far. */
  readonly stalled: number;
  /** How long the first in the line has waited, in milliseconds. */
  readonly oldest: number;
  /** Groups that are left alone. */
  readonly resting: number;
  /** How often in a row each group was refused. */
  readonly refused: ReadonlyMap<string, number>;
  /** Repositories whose last run failed, by cause. */
  readonly causes: ReadonlyMap<string, number>;
}

/** All reject while Redis is away. */
export interface Line {
  add(key: string, group: string, hint: string, isFirst: boolean): Promise<void>;
  /** The next in turn; undefined while there is none. */
  claim(token: string): Promise<Claim | undefined>;
  /** Whether the claim counts; `renew` makes it count longer. */
  holds(claim: Pick<Claim, 'key' | 'token'>, renew?: boolean): Promise<boolean>;
  /** False when the claim was lost: somebody else has it in hand. */
  finish(claim: Pick<Claim, 'key' | 'token'>, ending: Ending): Promise<boolean>;
  /** Leaves a group alone until then, in milliseconds since 1970; 0 lets it go on. */
  rest(group: string, until: number, cause: string): Promise<void>;
  look(): Promise<LineLook>;
}

export interface LineOptions {
  /** Makes one hint of two; order means nothing. */
  readonly join: (first: string, later: string) => string;
  /** Most runs at once of a group. */
  readonly each: number;
  /** How long a claim counts without being renewed, in milliseconds. */
  readonly lease?: number;
  /** First pause after a failure, and the longest; in milliseconds. */
  readonly pause?: number;
  readonly longest?: number;
  /** A group that was refused so often in a row is given up: the next round finds it when it is back. */
  readonly patience?: number;
  /** From the begin of a run to that of the next of the same repository, unless that comes first; in milliseconds. */
  readonly gap?: number;
}

export const LEASE = 15_000;
const PAUSE = 60_000;
const LONGEST = 60 * 60_000;

/** With the pauses about a day. */
const PATIENCE = 28;

/** Hints that are kept apart; more are joined. */
const MOST_HINTS = 32;

type Scripts = Record<
  keyof typeof LINE_SCRIPTS,
  (prefix: string, ...args: (string | number)[]) => Promise<unknown>
>;

export function redisLine(redis: Redis, options: LineOptions): Line {
  for (const [name, lua] of Object.entries(LINE_SCRIPTS)) redis.defineCommand(name, { lua, numberOfKeys: 1 });
  const run = redis as unknown as Scripts;
  const {
    join,
    each,
    lease = LEASE,
    pause = PAUSE,
    longest = LONGEST,
    gap = 0,
    patience = PATIENCE,
  } = options;
  return {
    add: async (key, group, hint, isFirst) => {
      const count = await run.lineAdd(PREFIX, key, group, hint, isFirst ? '1' : '0');
      if (Number(count) <= MOST_HINTS) return;
      const hints = await redis.smembers(`${PREFIX}hints:${key}`);
      if (hints.length > 1) await run.lineJoin(PREFIX, key, hints.toSorted().reduce(join), ...hints);
    },
    claim: async (token) => {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- an entry without hints is passed over
        const found = (await run.lineClaim(PREFIX, token, lease, each, gap)) as string[];
        const [key, group = '', waited, tries, ...hints] = found;
        if (key === undefined) return undefined;
        if (key !== '') return { key, group, token, waited: Number(waited), tries: Number(tries), hints };
      }
    },
    holds: async ({ key, token }, renew = false) =>
      (await run.lineHold(PREFIX, key, token, renew ? lease : 0)) === 1,
    finish: async ({ key, token }, ending) => {
      const { cause = '', until = 0 } = 'cause' in ending ? ending : {};
      return (
        (await run.lineFinish(
          PREFIX,
          key,
          token,
          ending.kind,
          cause,
          until,
          pause,
          longest,

          patience,
        )) === 1
      );
    },
    rest: async (group, until, cause) => void (await run.lineRest(PREFIX, group, until, cause)),
    look: async () => {
      const refused = await redis.hgetall(`${PREFIX}refusals`);
      const numbers = new Map(Object.entries(refused).map(([group, times]) => [group, Number(times)]));
      return { ...lookOf((await run.lineLook(PREFIX)) as (string | number)[]), refused: numbers };
    },
  };
}

function lookOf(answer: readonly (string | number)[]): Omit<LineLook, 'refused'> {
  const [waiting, running, later, stalled, oldest, resting, ...pairs] = answer;
  const causes = new Map<string, number>();
  for (let at = 0; at < pairs.length; at += 2) causes.set(String(pairs[at]), Number(pairs[at + 1]));
  return {
    waiting: Number(waiting),
    running: Number(running),
    later: Number(later),
    stalled: Number(stalled),
    oldest: Number(oldest),
    resting: Number(resting),
    causes,
  };
}
