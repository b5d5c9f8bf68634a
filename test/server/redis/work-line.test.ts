// A worker keeps its claim while a run goes on, and stops a run whose claim was lost, or of which nobody can tell.
import { LOST } from '../../../src/github/held.ts';
import type { Timer } from '../../../src/github/timer.ts';
import type { Claim, Ending } from '../../../src/server/redis/line.ts';
import { type Held, workOff } from '../../../src/server/redis/work-line.ts';

/** A clock that a test turns. */
function turnedTimer(): { timer: Timer; pass: (milliseconds: number) => Promise<void> } {
  let now = 0;
  const rings = new Set<{ readonly at: number; readonly ring: () => void }>();
  return {
    timer: (milliseconds, ring) => {
      const one = { at: now + milliseconds, ring };
      rings.add(one);
      return () => rings.delete(one);
    },
    pass: async (milliseconds) => {
      for (const end = now + milliseconds; now < end;) {
        now += 100;
        for (const one of [...rings].filter(({ at }) => at <= now)) {
          rings.delete(one);
          one.ring();
        }
        await settled();
      }
    },
  };
}

/** Lets everything that is ready go on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

const claimOf = (key: string): Claim => ({
  key,
  group: '1',
  token: `token of ${key}`,
  waited: 0,
  tries: 0,
  hints: [],
});

function start(keys: readonly string[], parallel = 4) {
  const waiting = keys.map(claimOf);
  const world = {
    holds: (): Promise<boolean> => Promise.resolve(true),
    renewed: 0,
    ended: [] as [string, Ending['kind']][],
    errors: [] as string[],
    runs: [] as { readonly held: Held; readonly end: () => void; readonly fail: (error: Error) => void }[],
  };
  const clock = turnedTimer();
  const stopping = new AbortController();
  const working = workOff({
    line: {
      claim: async () => waiting.shift(),
      holds: async () => {
        world.renewed += 1;
        return await world.holds();
      },
      finish: async ({ key }, { kind }) => {
        world.ended.push([key, kind]);
        return true;
      },
    },
    parallel,
    work: (held) => new Promise((end, fail) => world.runs.push({ held, end, fail })),
    endingOf: () => ({ kind: 'again', cause: 'crash' }),
    onError: (_, { key }) => world.errors.push(key),
    stopping: stopping.signal,
    lease: 15_000,
    budget: 600_000,
    timer: clock.timer,
  });
  return { world, working, stopping, ...clock, waiting };
}

test('it takes as many as it may, and the next when one is over', async () => {
  const { world, working } = start(['a', 'b', 'c'], 2);
  await settled();
  expect(world.runs.map(({ held }) => held.claim.key)).toEqual(['a', 'b']);
  world.runs[0]?.end();
  await settled();
  expect([world.runs.length, working.running, world.ended]).toEqual([3, 2, [['a', 'done']]]);
});

test('a claim is renewed as long as the run goes on, and no longer', async () => {
  const { world, pass } = start(['a']);
  await settled();
  await pass(60_000);
  const renewed = world.renewed;
  expect(renewed).toBeGreaterThanOrEqual(11);
  expect(world.runs[0]?.held.stop.aborted).toBe(false);
  world.runs[0]?.end();
  await pass(60_000);
  expect(world.renewed).toBe(renewed);
});

test('a run whose claim somebody else has is stopped, and is no failure', async () => {
  const { world, pass } = start(['a']);
  await settled();
  world.holds = () => Promise.resolve(false);
  await pass(5_000);
  expect([world.runs[0]?.held.stop.aborted, world.runs[0]?.held.stop.reason]).toEqual([true, LOST]);
  world.runs[0]?.fail(new Error('stopped'));
  await settled();
  expect(world.errors).toEqual([]);
});

test('while Redis is away a run goes on for a moment, and is stopped before another worker may have it', async () => {
  const { world, pass } = start(['a', 'b']);
  await settled();
  world.holds = () => Promise.reject(new Error('away'));
  await pass(11_000);
  expect(world.runs[0]?.held.stop.aborted).toBe(false);
  await pass(2_000);
  expect(world.runs[0]?.held.stop.aborted).toBe(true);
});

test('a claim that is renewed after a gap is kept', async () => {
  const { world, pass } = start(['a']);
  await settled();
  world.holds = () => Promise.reject(new Error('away'));
  await pass(10_000);
  world.holds = () => Promise.resolve(true);
  await pass(30_000);
  expect(world.runs[0]?.held.stop.aborted).toBe(false);
});

test('what breaks off is told with its end; what takes too long is stopped', async () => {
  const { world, pass } = start(['a', 'b']);
  await settled();
  world.runs[0]?.fail(new Error('no'));
  await pass(601_000);
  expect(world.ended).toEqual([
    ['a', 'again'],
    ['b', 'again'],
  ]);
  expect([world.errors, world.runs[1]?.held.stop.aborted]).toEqual([['a', 'b'], true]);
});

test('a process that is about to end takes nothing more and gives back what it stopped', async () => {
  const { world, working, stopping, waiting } = start(['a', 'b'], 1);
  await settled();
  stopping.abort();
  const closed = working.close();
  world.runs[0]?.end();
  await closed;
  expect(world.ended).toEqual([['a', 'back']]);
  expect(waiting.map(({ key }) => key)).toEqual(['b']);
});
