// Connections to Redis that come back by themselves and never let anybody wait for long.
import { Redis } from 'ioredis';

/** Everything that we keep is below it; the braces keep it on one machine of a cluster. */
export const PREFIX = '{relcomms}:';

/** Milliseconds that an answer may take, and between two tries to connect at the most. */
const PATIENCE = 2_000;
const LONGEST_PAUSE = 1_000;

/** A command fails at once while there is no connection, and soon where Redis hangs. */
export function connectRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE,
    connectTimeout: PATIENCE,
    retryStrategy: (times) => Math.min(LONGEST_PAUSE, 50 * times),
  });
  // Whoever sends a command hears of it; without a listener the process would end.
  redis.on('error', () => {});
  return redis;
}

/** For those who listen, and for BullMQ: what they wait for has no end. */
export function connectPatiently(url: string): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    connectTimeout: PATIENCE,
    retryStrategy: (times) => Math.min(LONGEST_PAUSE, 50 * times),
  });
  redis.on('error', () => {});
  return redis;
}

/** Resolves when it is open, or after the patience with one that is away. */
export async function untilOpen(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    redis.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
