// Laws of the line: whatever workers do, no hint is lost, and no repository is in two hands.
import { assert, asyncProperty, constantFrom, array, nat, record } from 'fast-check';
import type { Redis } from 'ioredis';
import { PREFIX, connectRedis, untilOpen } from '../../../src/server/redis/connect.ts';
import { type Claim, type Line, redisLine } from '../../../src/server/redis/line.ts';
import { type RedisServer, startRedis } from '../../support/redis-server.ts';
import { withRedis } from '../../support/with-redis.ts';

const KEYS = ['a/1', 'a/2', 'b/1', 'c/1'];

const step = record({
  what: constantFrom('add', 'add', 'command', 'claim', 'claim', 'done', 'again', 'rest', 'back', 'die'),
  key: nat({ max: KEYS.length - 1 }),
});

/** What workers hold, and which hints a run that came through has answered. */
interface World {
  readonly line: Line;
  readonly redis: Redis;
  readonly held: Claim[];
  readonly asked: Set<string>;
  readonly answered: Set<string>;
}

async function take(world: World, what: string, key: string, number: number): Promise<void> {
  const { line, held } = world;
  if (what === 'add' || what === 'command') {
    world.asked.add(`${key} ${number}`);
    return await line.add(key, key.slice(0, 1), `${key} ${number}`, what === 'command');
  }
  if (what === 'claim') {
    const claim = await line.claim(`token ${number}`);
    if (claim === undefined) return;
    for (const former of held)
      if (former.key === claim.key && (await line.holds(former)))
        throw new Error(`${claim.key} is in two hands`);
    held.push(claim);
    return;
  }
  const claim = held.shift();
  if (claim === undefined) return;
  // A worker that was killed renews nothing: its time is up at once.
  if (what === 'die') return void (await world.redis.zadd(`${PREFIX}leases`, 'XX', 0, claim.key));
  const ending = { kind: what as 'done' | 'again' | 'rest' | 'back', cause: 'trial' };
  const counted = await line.finish(claim, ending);
  if (what === 'done' && counted) for (const hint of claim.hints) world.answered.add(hint);
}

/** Everybody comes back and goes on until nothing is left. */
async function workOff(world: World): Promise<void> {
  for (const claim of world.held.splice(0)) await world.line.finish(claim, { kind: 'back' });
  for (;;) {
    const claim = await world.line.claim('last');
    if (claim !== undefined) {
      world.held.push(claim);
      await take(world, 'done', claim.key, 0);
      continue;
    }
    const { waiting, later, running } = await world.line.look();
    if (waiting + later + running === 0) return;
  }
}

withRedis('whatever workers do', () => {
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

  test('every hint is answered by a run that came through, and nothing is left behind', async () => {
    const options = {
      join: (first: string, later: string) => `${first},${later}`,
      each: 2,
      pause: 1,
      longest: 1,
    };
    const line = redisLine(redis, options);
    await assert(
      asyncProperty(array(step, { maxLength: 40 }), async (steps) => {
        await redis.flushall();
        const world: World = { line, redis, held: [], asked: new Set(), answered: new Set() };
        for (const [number, { what, key }] of steps.entries())
          await take(world, what, KEYS[key] ?? '', number);
        await workOff(world);
        expect(world.answered).toEqual(world.asked);
        expect(await redis.hgetall(`${PREFIX}busy`)).toEqual({});
        expect(await redis.keys(`${PREFIX}[hgtw]*:*`)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
