// Receipts that all workers share: the next run of a repository may be somebody else's.
import type { Redis } from 'ioredis';
import type { Receipts } from '../../github/apply/receipts.ts';
import type { KeptReceipts } from '../kept-receipts.ts';
import { PREFIX } from './connect.ts';

const NAME = `${PREFIX}receipts`;

export function redisReceipts(redis: Redis): KeptReceipts {
  return {
    read: async (repository) => {
      const text = await redis.hget(NAME, repository);
      return new Map(text === null ? [] : (JSON.parse(text) as [string, never][]));
    },
    keep: async (repository, receipts: Receipts) => {
      if (receipts.size === 0) await redis.hdel(NAME, repository);
      else await redis.hset(NAME, repository, JSON.stringify([...receipts]));
    },
  };
}
