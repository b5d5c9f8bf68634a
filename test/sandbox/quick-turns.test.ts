// In the sandbox limiters take turns of the event loop where they took timers, and limit as before.
import Bottleneck from 'bottleneck/light.js';
import { takeQuickTurns } from '../../sandbox/machine/quick-turns.ts';

/** What is done and begun in which order when five tasks go through a limiter of two. */
async function walk(): Promise<string[]> {
  const told: string[] = [];
  const limiter = new Bottleneck({ maxConcurrent: 2 });
  limiter.on('failed', (_error, { retryCount }) => (retryCount === 0 ? 0 : undefined));
  let tries = 0;
  const task = async (name: string): Promise<void> => {
    told.push(`begin ${name}`);
    await new Promise((resolve) => setImmediate(resolve));
    told.push(`end ${name}`);
    if (name === 'c' && tries++ === 0) throw new Error('once more');
  };
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => limiter.schedule(task, name)));
  return told;
}

/** Timers that are set while so many tasks go through a limiter. */
async function timersOf(limiter: Bottleneck, tasks = 1): Promise<number> {
  const real = globalThis.setTimeout;
  let set = 0;
  const counting = (...all: Parameters<typeof real>) => {
    set += 1;
    return real(...all);
  };
  globalThis.setTimeout = Object.assign(counting, real);
  try {
    await Promise.all(Array.from({ length: tasks }, () => limiter.schedule(() => Promise.resolve())));
    return set;
  } finally {
    globalThis.setTimeout = real;
  }
}

test('a task sets no timer; never more than two are under way, and what fails is tried again', async () => {
  takeQuickTurns();
  takeQuickTurns();
  expect(await timersOf(new Bottleneck())).toBe(0);
  const told = await walk();
  const open = told.reduce<number[]>(
    (all, line) => [...all, (all.at(-1) ?? 0) + (line.startsWith('begin') ? 1 : -1)],
    [],
  );
  expect(Math.max(...open)).toBe(2);
  expect(told.filter((line) => line === 'begin c')).toHaveLength(2);
  expect(told.filter((line) => line.startsWith('end'))).toHaveLength(6);
});

test('a task that is to begin later begins later', async () => {
  takeQuickTurns();
  expect(await timersOf(new Bottleneck({ minTime: 300 }), 2)).toBe(1);
});
