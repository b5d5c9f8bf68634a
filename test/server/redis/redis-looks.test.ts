// What is remembered of repositories in Redis is what one process remembers in its memory.
import type { Redis } from 'ioredis';
import type { Instant } from '../../../src/domain/day.ts';
import { type LookStore, memoryLooks } from '../../../src/server/looks.ts';
import { connectRedis, untilOpen } from '../../../src/server/redis/connect.ts';
import { redisLooks } from '../../../src/server/redis/redis-looks.ts';
import { redisReceipts } from '../../../src/server/redis/redis-receipts.ts';
import { type RedisServer, startRedis } from '../../support/redis-server.ts';
import { withRedis } from '../../support/with-redis.ts';

const at = (instant: number): Instant => instant as Instant;

/** The same story in any store; what it knows at its end. */
async function story(store: LookStore): Promise<unknown> {
  await store.list(1, ['acme/a', 'acme/b', 'acme/gone'], at(10));
  await store.asked(1, ['acme/a', 'acme/b'], at(20));
  await store.seen(1, 'acme/a', false, at(30));
  await store.seen(1, 'acme/new', true, at(40));
  await store.asked(1, ['acme/a'], at(50));
  await store.list(1, ['acme/a', 'acme/b', 'acme/c', 'acme/new'], at(60));
  await store.list(2, ['birch/a'], at(60));
  await store.list(3, ['cedar/a'], at(60));
  await store.forget(3);
  const lists = [...(await store.lists())].toSorted(([a], [b]) => a - b);
  const looks = await Promise.all(
    [1, 2, 3].map(async (id) => [...(await store.of(id))].toSorted(([a], [b]) => a.localeCompare(b))),
  );
  return { lists, looks };
}

withRedis('in Redis', () => {
  let server: RedisServer;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = connectRedis(server.url);
    await untilOpen(redis);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.close();
  });

  test('the same story ends the same', async () => {
    const known = await story(redisLooks(redis));
    expect(known).toEqual(await story(memoryLooks()));
    expect(known).toMatchObject({
      lists: [
        [1, 60],
        [2, 60],
      ],
    });
  });

  test('receipts go from one worker to the next, and are gone when they are noted', async () => {
    const [one, other] = [redisReceipts(redis), redisReceipts(redis)];
    const receipts = await one.read('acme/a');
    receipts.set('key', { place: 'issue', rows: { row: 'sent' } } as never);
    await one.keep('acme/a', receipts);
    expect([...(await other.read('acme/a'))]).toEqual([['key', { place: 'issue', rows: { row: 'sent' } }]]);
    await other.keep('acme/a', new Map());
    expect((await one.read('acme/a')).size).toBe(0);
  });
});
