// The queue in memory: one run at a time per key, hints in between become one further run.
import { memoryQueue } from '../../src/server/memory-queue.ts';

interface Job {
  readonly key: string;
  readonly hint: string;
  end(): void;
  fail(error: Error): void;
}

/** A queue whose jobs end when the test says so. */
function openQueue(parallel?: number) {
  const jobs: Job[] = [];
  const errors: unknown[] = [];
  const queue = memoryQueue<string>({
    work: (hint) =>
      new Promise((resolve, reject) => {
        jobs.push({ key: hint.split(' ')[0] ?? '', hint, end: () => resolve(), fail: reject });
      }),
    onError: (error, hint) => errors.push([hint, (error as Error).message]),
    ...(parallel === undefined ? {} : { parallel }),
  });
  const add = (hint: string): void => queue.add(hint.split(' ')[0] ?? '', hint);
  return { queue, jobs, errors, add, hints: () => jobs.map(({ hint }) => hint) };
}

/** Lets everything that is ready go on. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

test('a key runs alone; hints that come meanwhile become one further run with the newest of them', async () => {
  const { queue, jobs, add, hints } = openQueue();
  add('demo 1');
  for (const hint of ['demo 2', 'demo 3', 'demo 4']) add(hint);
  await turn();
  expect(hints()).toEqual(['demo 1']);
  jobs[0]?.end();
  await turn();
  expect(hints()).toEqual(['demo 1', 'demo 4']);
  jobs[1]?.end();
  await queue.idle();
  expect(hints()).toEqual(['demo 1', 'demo 4']);
  expect(queue.size).toBe(0);
});

test('a hint that comes while a run is under way is never lost in it', async () => {
  const { queue, jobs, add, hints } = openQueue();
  add('demo 1');
  await turn();
  add('demo 2');
  jobs[0]?.end();
  await turn();
  add('demo 3');
  jobs[1]?.end();
  await turn();
  jobs[2]?.end();
  await queue.idle();
  expect(hints()).toEqual(['demo 1', 'demo 2', 'demo 3']);
});

test('different keys run side by side, up to the limit, in the order of their hints', async () => {
  const { queue, jobs, add, hints } = openQueue(2);
  for (const hint of ['a 1', 'b 1', 'c 1', 'd 1']) add(hint);
  await turn();
  expect(hints()).toEqual(['a 1', 'b 1']);
  expect(queue.size).toBe(4);
  jobs[1]?.end();
  await turn();
  expect(hints()).toEqual(['a 1', 'b 1', 'c 1']);
  jobs[0]?.end();
  jobs[2]?.end();
  await turn();
  expect(hints()).toEqual(['a 1', 'b 1', 'c 1', 'd 1']);
  jobs[3]?.end();
  await queue.idle();
});

test('a busy key does not keep the others waiting: its further run goes to the end', async () => {
  const { queue, jobs, add, hints } = openQueue(1);
  for (const hint of ['a 1', 'b 1', 'a 2']) add(hint);
  await turn();
  add('a 3');
  jobs[0]?.end();
  await turn();
  jobs[1]?.end();
  await turn();
  expect(hints()).toEqual(['a 1', 'b 1', 'a 3']);
  jobs[2]?.end();
  await queue.idle();
});

test('without a limit given, four run at once', async () => {
  const { jobs, queue, add, hints } = openQueue();
  for (let key = 0; key < 6; key++) add(`key-${key} 1`);
  await turn();
  expect(hints()).toHaveLength(4);
  for (let done = 0; done < 6; done++) {
    jobs[done]?.end();
    // oxlint-disable-next-line no-await-in-loop -- a slot is free only after the turn
    await turn();
  }
  await queue.idle();
  expect(hints()).toHaveLength(6);
});

test('a run that throws is told, and both its key and the others go on', async () => {
  const { queue, jobs, errors, add, hints } = openQueue(1);
  for (const hint of ['a 1', 'b 1']) add(hint);
  await turn();
  add('a 2');
  jobs[0]?.fail(new Error('no network'));
  await turn();
  jobs[1]?.end();
  await turn();
  jobs[2]?.end();
  await queue.idle();
  expect(errors).toEqual([['a 1', 'no network']]);
  expect(hints()).toEqual(['a 1', 'b 1', 'a 2']);
});

test('idle waits for what runs and what waits, and comes at once when there is nothing', async () => {
  const { queue, jobs, add } = openQueue();
  await queue.idle();
  add('demo 1');
  add('demo 2');
  let idle = 0;
  const waits = [queue.idle(), queue.idle()].map((wait) => wait.then(() => (idle += 1)));
  await turn();
  expect(idle).toBe(0);
  jobs[0]?.end();
  await turn();
  expect(idle).toBe(0);
  jobs[1]?.end();
  await Promise.all(waits);
  expect(idle).toBe(2);
});

test('hints that come while a run is under way are joined to one', async () => {
  const seen: string[] = [];
  const ends: (() => void)[] = [];
  const queue = memoryQueue<string>({
    work: async (item) => {
      seen.push(item);
      await new Promise<void>((resolve) => ends.push(resolve));
    },
    join: (first, later) => `${first}+${later}`,
    onError: () => {},
  });
  for (const item of ['one', 'two', 'three']) queue.add('demo', item);
  await turn();
  ends[0]?.();
  await turn();
  ends[1]?.();
  await queue.idle();
  expect(seen).toEqual(['one', 'two+three']);
});
