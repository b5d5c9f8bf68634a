// Keeps what is to be done in a Redis that any number of processes share; what is lost with it is found again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { WakeRules } from '../hint.ts';
import type { PlaceTools, WorkPlace } from '../work-place.ts';
import { type RoundsClock, startClock } from './clock.ts';
import { PREFIX, connectPatiently, connectRedis, untilOpen } from './connect.ts';
import { redisReceipts } from './redis-receipts.ts';
import { everything, listOne, round } from './round.ts';
import { type SharedState, sharedState } from './shared-state.ts';
import { startWorker } from './worker.ts';

export interface RedisOptions {
  readonly url: string;
  /** A receiver hears webhooks and runs nothing. */
  readonly works: boolean;
  readonly rules: WakeRules & { readonly events: ReadonlySet<string> };
}

const LATER = 'webhooks are heard, and looked up when it does.';

/** Between two looks of whoever waits until all is done, in milliseconds. */
const LOOK = 20;

/** Resolves when Redis is there, or soon with one that is away. */
export async function redisPlace(tools: PlaceTools, { url, works, rules }: RedisOptions): Promise<WorkPlace> {
  const redis = connectRedis(url);
  const ears = connectPatiently(url);
  await untilOpen(redis);
  const state = sharedState(redis, tools, rules);
  const { line, ask, pacerOf, rounds } = state;
  const working = works ? startWorker(state, tools) : undefined;
  if (working !== undefined) {
    ears.on('message', () => working.wake());
    ears.on('ready', () => working.wake());
    void ears.subscribe(`${PREFIX}wake`).catch(() => {});
  }
  const ended = (): Promise<void> => until(async () => isOver(await line.look()));
  let clock: RoundsClock | undefined;
  return {
    ask,
    hear: ask,
    pacerOf,
    receipts: redisReceipts(redis),
    begin: async () => {
      if (works) clock = beginClock(url, state, tools);
    },
    idle: ended,
    // What waits for its minute is none that waits: it is in the line later.
    rest: ended,
    all: () => everything(rounds),
    again: async () => working?.wake(),
    unready: () => whyUnready(redis),
    numbers: async () => {
      const look = await line.look();
      return { ...look, oldest: look.oldest / 1000, failing: look.causes };
    },
    close: async () => {
      await Promise.all([working?.close(), clock?.close()]);
      ears.disconnect();
      redis.disconnect();
    },
  };
}

/** Of all processes together. */
function isOver({ waiting, running }: { readonly waiting: number; readonly running: number }): boolean {
  return waiting + running === 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- looks until it is so
  while (!(await isSo())) await sleep(LOOK);
}

/** It may be away, full, or a copy that takes nothing: only a write tells. */
async function whyUnready(redis: Redis): Promise<string | undefined> {
  if (redis.status !== 'ready') return `Redis is away and does not answer: ${LATER}`;
  try {
    await redis.set(`${PREFIX}ready`, '1', 'EX', 60);
    return undefined;
  } catch {
    return `Redis answers and takes nothing: ${LATER}`;
  }
}

/** One process has each beat, and each list. */
function beginClock(
  url: string,
  { line, rounds }: SharedState,
  { probot, options }: PlaceTools,
): RoundsClock {
  const clock: RoundsClock = startClock({
    url,
    beat: () => round({ ...rounds, readList: (id) => clock.readList(id) }),
    list: async (id) => {
      await listOne(rounds, id);
      await line.rest(String(id), 0, '');
    },
    onFailed: (name, error) => {
      probot.log.warn({ err: error, name }, 'a round failed');
      options.onUnread?.(error.message);
    },
  });
  return clock;
}
