// The rounds of many processes: BullMQ lets one of them have each beat, and each list of an installation's repositories.
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { connectPatiently } from './connect.ts';

export interface ClockOptions {
  readonly url: string;
  /** The leader's work of a minute. */
  readonly beat: () => Promise<void>;
  /** Reads the repositories of an installation; rejects when that has to be tried again. */
  readonly list: (installation: number) => Promise<void>;
  readonly onFailed: (name: string, error: Error) => void;
  /** Between two beats, in milliseconds. */
  readonly every?: number;
}

export interface RoundsClock {
  /** Lets one process read the repositories of an installation, unless that is on its way. */
  readList(installation: number): Promise<void>;
  /** Beats once more, in this process. */
  close(): Promise<void>;
}

/** Braces keep all of it on one machine of a cluster. */
const PREFIX = '{relcomms}:clock';
const NAME = 'rounds';

const MINUTE = 60_000;

/** Whoever lists an installation that GitHub refuses waits 1 minute, 2, 4 and so on, a bit more than an hour in all. */
const TRIES = 7;

/** Lists that one process reads at once. */
const AT_ONCE = 4;

/** Begins at once. Redis may be away: the clock goes on when it is back, and begins anew when it was emptied. */
export function startClock({ url, beat, list, onFailed, every = MINUTE }: ClockOptions): RoundsClock {
  const forQueue = connectPatiently(url);
  const forWorker = connectPatiently(url);
  const queue = new Queue(NAME, { connection: forQueue, prefix: PREFIX });
  queue.on('error', () => {});
  const worker = new Worker<{ readonly installation?: number }>(
    NAME,
    async ({ data: { installation } }) =>
      installation === undefined ? await beat() : await list(installation),
    { connection: forWorker, prefix: PREFIX, concurrency: AT_ONCE, maxStalledCount: 100 },
  );
  worker.on('error', () => {});
  worker.on('failed', (job, error) => onFailed(job?.name ?? 'unknown', error));
  // Kept up by every process: after Redis was emptied the next one brings it back.
  const keepUp = (): void => {
    if (isOpen(forQueue)) void schedule(queue, every).catch(() => {});
  };
  const keeping = setInterval(keepUp, Math.min(every, MINUTE));
  keeping.unref();
  forQueue.on('ready', keepUp);
  return {
    readList: async (installation) => {
      const options = {
        jobId: `list-${installation}`,
        attempts: TRIES,
        backoff: { type: 'exponential', delay: MINUTE },
        removeOnComplete: true,
        removeOnFail: true,
      };
      await queue.add('list', { installation }, options);
    },
    close: async () => {
      clearInterval(keeping);
      // Without a connection there is nothing to hand back, and BullMQ would wait for one.
      await worker.close(!isOpen(forWorker)).catch(() => {});
      await queue.close().catch(() => {});
      forQueue.disconnect();
      forWorker.disconnect();
    },
  };
}

function isOpen(redis: Redis): boolean {
  return redis.status === 'ready';
}

/** The same for all that call it. */
async function schedule(queue: Queue, every: number): Promise<void> {
  await queue.upsertJobScheduler(
    'beat',
    { every },
    { name: 'beat', opts: { removeOnComplete: true, removeOnFail: true } },
  );
}
