// What stands in for Bottleneck does what Octokit's plugins ask of it as the package does.
import { EventEmitter, once } from 'node:events';
import Package from 'bottleneck';
import { Bottleneck as Ours } from '../../src/action/without-bottleneck.ts';

interface Limiter {
  on(event: string, listener: (...given: never[]) => unknown): unknown;
  schedule(...given: unknown[]): Promise<unknown>;
}

interface Queues {
  new (options?: object): Limiter;
  readonly Group: new (options: object) => { key(name: string): Limiter };
  readonly Events: new (target: object) => { trigger(event: string, ...given: unknown[]): Promise<unknown> };
}

const QUEUES: readonly [string, Queues][] = [
  ['the package', Package],
  ['ours', Ours as unknown as Queues],
];

type Target = { on(event: string, listener: (...given: unknown[]) => unknown): void };

/** A task that fails so many times before it answers what it was given. */
function failing(times: number) {
  const tries: unknown[][] = [];
  const task = (...given: unknown[]): Promise<unknown> => {
    tries.push(given);
    return tries.length > times ? Promise.resolve(given) : Promise.reject(new Error(`no ${tries.length}`));
  };
  return { task, tries };
}

describe.each(QUEUES)('%s', (_, Queue) => {
  test('what fails is tried again as long as a listener says when', async () => {
    const queue = new Queue();
    const heard: unknown[] = [];
    queue.on('failed', (error: Error, { args, retryCount }: { args: unknown[]; retryCount: number }) => {
      heard.push([error.message, args, retryCount]);
      return retryCount < 2 ? 1 : undefined;
    });
    const twice = failing(2);
    expect(await queue.schedule(twice.task, 'a', 'b')).toEqual(['a', 'b']);
    const always = failing(9);
    await expect(queue.schedule(always.task)).rejects.toThrow('no 3');
    expect([twice.tries.length, always.tries.length]).toEqual([3, 3]);
    expect(heard.slice(0, 2)).toEqual([
      ['no 1', ['a', 'b'], 0],
      ['no 2', ['a', 'b'], 1],
    ]);
  });

  test('a wait of no time is a further try', async () => {
    const queue = new Queue();
    queue.on('failed', (_error: Error, { retryCount }: { retryCount: number }) =>
      retryCount === 0 ? 0 : undefined,
    );
    const first = failing(1);
    await queue.schedule(first.task);
    expect(first.tries).toHaveLength(2);
  });

  test('a listener that breaks asks for no further try', async () => {
    const queue = new Queue();
    queue.on('failed', () => {
      throw new Error('broken');
    });
    await expect(queue.schedule(failing(1).task)).rejects.toThrow('no 1');
  });

  test('options may stand before the task, and a group has a queue for each key', async () => {
    const queue = new Queue.Group({ maxConcurrent: 1 }).key('id');
    expect(await queue.schedule({ priority: 0 }, (given: string) => Promise.resolve(given), 'a')).toBe('a');
  });

  test('no more run at once than it may, in the order in which they came', async () => {
    const queue = new Queue({ maxConcurrent: 2 });
    const begun: string[] = [];
    let running = 0;
    let most = 0;
    const second = new EventEmitter();
    const hasBegun = once(second, 'begun');
    const task = async (name: string): Promise<void> => {
      begun.push(name);
      running += 1;
      most = Math.max(most, running);
      if (name === 'b') second.emit('begun');
      // The first ends only after the second has begun.
      await hasBegun;
      running -= 1;
      if (name === 'b') throw new Error('one that fails leaves its place');
    };
    await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((name) => queue.schedule(task, name)));
    expect([begun.join(''), most]).toEqual(['abcde', 2]);
  });

  test('the answer of a listener is the answer of what it was told, and one that breaks is told on', async () => {
    const target = {} as Target;
    const events = new Queue.Events(target);
    const broken: unknown[] = [];
    target.on('limit', (after) => Number(after) < 60);
    target.on('broken', () => {
      throw new Error('broken');
    });
    target.on('error', (error) => broken.push((error as Error).message));
    expect(await events.trigger('limit', 30)).toBe(true);
    expect(await events.trigger('limit', 90)).toBe(false);
    expect((await events.trigger('broken')) ?? 'nothing').toBe('nothing');
    expect(broken).toEqual(['broken']);
  });
});
