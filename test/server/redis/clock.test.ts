// The clock of many processes: each beat is one process's, a list is read once and again when it failed, and an emptied Redis goes on.
import { Redis } from 'ioredis';
import { type RoundsClock, startClock } from '../../../src/server/redis/clock.ts';
import { type RedisServer, startRedis } from '../../support/redis-server.ts';
import { withRedis } from '../../support/with-redis.ts';

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
};

const EVERY = 300;

withRedis('the clock', () => {
  let server: RedisServer;
  let clocks: RoundsClock[];
  let beats: number[];
  let lists: number[];
  let under: number;
  let most: number;

  const begin = (): RoundsClock => {
    const clock = startClock({
      url: server.url,
      every: EVERY,
      beat: async () => {
        beats.push(performance.now());
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setTimeout(resolve, 20));
        under -= 1;
      },
      list: async (installation) => void lists.push(installation),
      onFailed: () => {},
    });
    clocks.push(clock);
    return clock;
  };

  beforeEach(async () => {
    [clocks, beats, lists, under, most] = [[], [], [], 0, 0];
    server = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(clocks.map((clock) => clock.close()));
    await server.close();
  });

  test('three processes beat as one', async () => {
    for (let process = 0; process < 3; process++) begin();
    const began = performance.now();
    await until(() => beats.length >= 5);
    expect(performance.now() - began).toBeGreaterThan(3 * EVERY);
    expect(most).toBe(1);
  });

  test('a list that is asked for twice is read once', async () => {
    const [one, other] = [begin(), begin()];
    await Promise.all([one.readList(7), other.readList(7), one.readList(8)]);
    await until(() => lists.length >= 2);
    expect(new Set(lists)).toEqual(new Set([7, 8]));
    expect(lists).toHaveLength(2);
  });

  test('after Redis was emptied, or killed, it goes on', async () => {
    begin();
    await until(() => beats.length >= 2);
    const client = new Redis(server.url);
    await client.flushall();
    client.disconnect();
    const emptied = beats.length;
    await until(() => beats.length >= emptied + 2);
    await server.kill();
    await server.start();
    const back = beats.length;
    await until(() => beats.length >= back + 2);
    expect(most).toBe(1);
  });
});
