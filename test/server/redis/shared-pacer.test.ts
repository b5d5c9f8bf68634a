// One budget of writes for all workers: what one wrote, the other waits for; what GitHub told one, all keep; a lost claim writes nothing.
import type { Instant } from '../../../src/domain/day.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { startPacer } from '../../../src/github/pacer.ts';
import { connectRedis, untilOpen } from '../../../src/server/redis/connect.ts';
import { fencedPacer } from '../../../src/server/redis/fenced-pacer.ts';
import { sharedJournal } from '../../../src/server/redis/shared-journal.ts';
import { sharedPacer } from '../../../src/server/redis/shared-pacer.ts';
import { type RedisServer, startRedis } from '../../support/redis-server.ts';
import { withRedis } from '../../support/with-redis.ts';

withRedis('the shared budget', () => {
  let server: RedisServer;
  let redis: Redis;
  const pacer = (name: string, account = '1') => sharedPacer(sharedJournal(redis, name), account, { sleep });

  beforeAll(async () => {
    server = await startRedis();
    redis = connectRedis(server.url);
    await untilOpen(redis);
  });
  beforeEach(() => redis.flushall());
  afterAll(async () => {
    redis.disconnect();
    await server.close();
  });

  test('two workers write a second apart, and only one of them at a time', async () => {
    const times: number[] = [];
    let under = 0;
    let most = 0;
    const write = async (name: string): Promise<void> => {
      const answered = await pacer(name).admit('plain');
      under += 1;
      most = Math.max(most, under);
      times.push(performance.now());
      await sleep(5);
      under -= 1;
      answered();
    };
    await Promise.all([write('a'), write('b'), write('a')]);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(most).toBe(1);
    expect(gaps.every((gap) => gap >= 990)).toBe(true);
  });

  test('another account does not wait', async () => {
    (await pacer('a', '1').admit('plain'))();
    const before = performance.now();
    (await pacer('a', '2').admit('plain'))();
    expect(performance.now() - before).toBeLessThan(900);
  });

  test('when GitHub asked one worker for a long quiet, the other leaves its write to the next run', async () => {
    pacer('a').limited({ kind: 'pause', milliseconds: 120_000 });
    await expect(pacer('b').admit('plain')).rejects.toThrow('GitHub asked for a pause');
  });

  test('four hundred writes of an hour are everybody’s', async () => {
    const one = pacer('a');
    for (let written = 0; written < 400; written++) one.note('plain');
    await expect(pacer('b').admit('plain')).rejects.toThrow('hourly limit');
  });

  test('the lowest number that any worker heard of is what is left', async () => {
    const journal = sharedJournal(redis, 'a');
    const heard = (remaining: number, reset: number) =>
      journal.budget('1', [{ resource: 'graphql', remaining, reset: reset as Instant }]);
    await heard(4000, 100);
    expect(await heard(4500, 100)).toEqual([{ resource: 'graphql', remaining: 4000, reset: 100 }]);
    expect(await heard(5000, 200)).toEqual([{ resource: 'graphql', remaining: 5000, reset: 200 }]);
  });

  test('while Redis is away nothing is written', async () => {
    const away = connectRedis('redis://127.0.0.1:9');
    const alone = sharedPacer(sharedJournal(away, 'a'), '1', { sleep });
    await expect(alone.admit('plain')).rejects.toThrow('is away');
    away.disconnect();
  });
});

test('a run whose claim is lost, or can not be asked for, writes nothing', async () => {
  const lost = fencedPacer(undefined, () => Promise.resolve(false));
  await expect(lost.admit('plain')).rejects.toThrow('another worker');
  const unasked = fencedPacer(undefined, () => Promise.reject(new Error('away')));
  await expect(unasked.admit('plain')).rejects.toThrow('is away');
});

test('a refused write gives its turn back', async () => {
  let holds = false;
  let time = 0;
  const clock = { now: () => time, sleep: async (pause: number) => void (time += pause) };
  const fenced = fencedPacer(startPacer(clock), () => Promise.resolve(holds));
  await expect(fenced.admit('plain')).rejects.toThrow('another worker');
  holds = true;
  (await fenced.admit('plain'))();
  expect(time).toBe(1000);
});
