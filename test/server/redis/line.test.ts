// The line of repositories in a real Redis: hints join, one claim a repository, groups take turns, nothing is lost.
import type { Redis } from 'ioredis';
import { connectRedis, untilOpen } from '../../../src/server/redis/connect.ts';
import { type Line, type LineOptions, redisLine } from '../../../src/server/redis/line.ts';
import { type RedisServer, startRedis } from '../../support/redis-server.ts';
import { withRedis } from '../../support/with-redis.ts';

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
};

const names = async (line: Line, count: number): Promise<string[]> => {
  const found: string[] = [];
  for (let taken = 0; taken < count; taken++) {
    const claim = await line.claim(`t${taken}`);
    if (claim === undefined) break;
    found.push(claim.key);
    await line.finish(claim, { kind: 'done' });
  }
  return found;
};

withRedis('the line', () => {
  let server: RedisServer;
  let redis: Redis;
  const lineOf = (more: Partial<LineOptions> = {}): Line =>
    redisLine(redis, { join: (first, later) => `${first}+${later}`, each: 2, ...more });

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

  test('hints of a repository that waits become one run with all of them', async () => {
    const line = lineOf();
    for (const hint of ['a', 'b', 'a']) await line.add('acme/demo', '1', hint, false);
    const claim = await line.claim('t');
    expect([claim?.key, claim?.hints.toSorted()]).toEqual(['acme/demo', ['a', 'b']]);
    expect(await line.claim('u')).toBeUndefined();
  });

  test('of very many hints one is made', async () => {
    const line = lineOf({ join: (first, later) => (first > later ? first : later) });
    const hints = Array.from({ length: 100 }, (_, n) => String(n + 100));
    for (const hint of hints) await line.add('acme/demo', '1', hint, false);
    const found = (await line.claim('t'))?.hints ?? [];
    expect([found.length < 40, found.toSorted().at(-1)]).toEqual([true, '199']);
  });

  test('what comes during a run becomes one further run, and only after it', async () => {
    const line = lineOf();
    await line.add('acme/demo', '1', 'a', false);
    const first = await line.claim('t');
    await line.add('acme/demo', '1', 'b', false);
    await line.add('acme/demo', '1', 'c', true);
    expect(await line.claim('u')).toBeUndefined();
    expect(await line.finish(first ?? { key: '', token: '' }, { kind: 'done' })).toBe(true);
    expect((await line.claim('v'))?.hints.toSorted()).toEqual(['b', 'c']);
  });

  test('groups take turns, and one has two runs at the most', async () => {
    const line = lineOf();
    for (const n of [1, 2, 3, 4]) await line.add(`busy/${n}`, '1', 'a', false);
    for (const n of [1, 2]) await line.add(`calm/${n}`, '2', 'a', false);
    expect(await names(line, 9)).toEqual(['busy/1', 'calm/1', 'busy/2', 'calm/2', 'busy/3', 'busy/4']);
    for (const n of [1, 2, 3]) await line.add(`busy/${n}`, '1', 'a', false);
    const claims = [await line.claim('a'), await line.claim('b'), await line.claim('c')];
    expect(claims.map((claim) => claim?.key)).toEqual(['busy/1', 'busy/2', undefined]);
  });

  test('a command comes before the rest of its group', async () => {
    const line = lineOf();
    for (const n of [1, 2, 3]) await line.add(`busy/${n}`, '1', 'a', false);
    await line.add('busy/3', '1', 'b', true);
    expect(await names(line, 3)).toEqual(['busy/3', 'busy/1', 'busy/2']);
  });

  test('a claim that nobody renews comes back with its hints, and the former holder may do nothing more', async () => {
    const line = lineOf({ lease: 1 });
    await line.add('acme/demo', '1', 'a', false);
    const lost = (await line.claim('t')) ?? { key: '', token: '' };
    await line.add('acme/demo', '1', 'b', false);
    let next = await line.claim('u');
    await until(async () => (next ??= await line.claim('u')) !== undefined);
    expect(next?.hints.toSorted()).toEqual(['a', 'b']);
    expect([await line.holds(lost), await line.holds(lost, true)]).toEqual([false, false]);
    expect(await line.finish(lost, { kind: 'done' })).toBe(false);
    expect((await line.look()).stalled).toBe(1);
  });

  test('what failed waits longer each time, and a command or a good run ends that', async () => {
    const line = lineOf({ pause: 60_000 });
    await line.add('acme/demo', '1', 'a', false);
    await line.finish((await line.claim('t')) ?? { key: '', token: '' }, { kind: 'again', cause: 'github' });
    await line.add('acme/demo', '1', 'b', false);
    expect(await line.claim('u')).toBeUndefined();
    const { later, causes } = await line.look();
    expect([later, [...causes]]).toEqual([1, [['github', 1]]]);
    await line.add('acme/demo', '1', 'c', true);
    const claim = await line.claim('v');
    expect([claim?.tries, claim?.hints.toSorted()]).toEqual([1, ['a', 'b', 'c']]);
    await line.finish(claim ?? { key: '', token: '' }, { kind: 'done' });
    expect((await line.look()).causes.size).toBe(0);
  });

  test('a group that GitHub refuses is left alone, and goes on when it is let', async () => {
    const line = lineOf();
    await line.add('acme/a', '1', 'a', false);
    await line.add('other/b', '2', 'a', false);
    await line.finish((await line.claim('t')) ?? { key: '', token: '' }, { kind: 'rest', cause: 'refused' });
    await line.add('acme/c', '1', 'a', false);
    expect(await names(line, 5)).toEqual(['other/b']);
    expect((await line.look()).resting).toBe(1);
    await line.rest('1', 0, '');
    expect(await names(line, 5)).toEqual(['acme/a', 'acme/c']);
  });

  test('a group that is refused for a day is given up, and begins anew when something comes', async () => {
    const line = lineOf({ patience: 2, pause: 1 });
    for (const n of [1, 2, 3]) await line.add(`acme/${n}`, '1', 'a', false);
    for (const _ of [1, 2]) {
      let claim = await line.claim('t');
      await until(async () => (claim ??= await line.claim('t')) !== undefined);
      await line.finish(claim ?? { key: '', token: '' }, { kind: 'rest', cause: 'refused' });
    }
    expect((await redis.keys('*')).toSorted()).toEqual(['{relcomms}:turn']);
    await line.add('acme/2', '1', 'b', false);
    expect((await line.claim('t'))?.hints).toEqual(['b']);
  });

  test('what is given back is the next', async () => {
    const line = lineOf();
    for (const n of [1, 2]) await line.add(`acme/${n}`, '1', 'a', false);
    const claim = (await line.claim('t')) ?? { key: '', token: '' };
    await line.finish(claim, { kind: 'back' });
    expect(await names(line, 3)).toEqual(['acme/1', 'acme/2']);
  });

  test('a gap lies between two runs of a repository, unless somebody waits for an answer', async () => {
    const line = lineOf({ gap: 60_000 });
    await line.add('acme/demo', '1', 'a', false);
    await line.finish((await line.claim('t')) ?? { key: '', token: '' }, { kind: 'done' });
    await line.add('acme/demo', '1', 'b', false);
    expect(await line.claim('u')).toBeUndefined();
    await line.add('acme/demo', '1', 'c', true);
    expect((await line.claim('v'))?.hints.toSorted()).toEqual(['b', 'c']);
  });

  test('after all was deleted a claim from before counts no longer', async () => {
    const line = lineOf();
    await line.add('acme/demo', '1', 'a', false);
    const claim = (await line.claim('t')) ?? { key: '', token: '' };
    await redis.flushall();
    expect(await line.holds(claim)).toBe(false);
    await line.add('acme/demo', '1', 'b', false);
    expect((await line.claim('u'))?.hints).toEqual(['b']);
    expect(await line.finish(claim, { kind: 'again', cause: 'crash' })).toBe(false);
  });

  test('nothing is left behind of what was done', async () => {
    const line = lineOf();
    for (const n of [1, 2, 3]) await line.add(`acme/${n}`, '1', 'a', false);
    expect((await names(line, 5)).length).toBe(3);
    expect((await redis.keys('*')).toSorted()).toEqual(['{relcomms}:turn']);
  });
});
