// The line of things that nobody waits for: one at a time, a pause between two, and an end.
import type { Timer } from '../../src/github/timer.ts';
import { slowLine } from '../../src/server/slow-line.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A timer whose pauses end when they are told to. */
function handTimer() {
  const waiting: { readonly milliseconds: number; readonly ring: () => void }[] = [];
  const timer: Timer = (milliseconds, ring) => {
    const one = { milliseconds, ring };
    waiting.push(one);
    return () => void waiting.splice(waiting.indexOf(one), 1);
  };
  return { timer, waiting };
}

test('what costs something is followed by a pause, and the newest under a name counts', async () => {
  const { timer, waiting } = handTimer();
  const done: string[] = [];
  const work = async (item: string): Promise<boolean> => {
    done.push(item);
    return item !== 'free';
  };
  const line = slowLine<string>({ work, gap: 60, timer });
  line.add('a', 'first');
  line.add('b', 'old');
  line.add('b', 'new');
  line.add('c', 'free');
  line.add('d', 'last');
  await turn();
  expect(done).toEqual(['first']);
  expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([60]);
  waiting.shift()?.ring();
  await turn();
  expect(done).toEqual(['first', 'new']);
  waiting.shift()?.ring();
  await turn();
  expect(done).toEqual(['first', 'new', 'free', 'last']);
  line.add('e', 'after');
  await line.idle();
  expect(done.at(-1)).toBe('after');
});

test('whoever waits for the end waits for no pause, and after the end nothing begins', async () => {
  const { timer, waiting } = handTimer();
  const done: string[] = [];
  const work = async (item: string): Promise<boolean> => {
    done.push(item);
    return true;
  };
  const line = slowLine<string>({ work, gap: 60, timer });
  for (const name of ['a', 'b', 'c']) line.add(name, name);
  await turn();
  await line.idle();
  expect([done, waiting]).toEqual([['a', 'b', 'c'], []]);
  line.add('d', 'd');
  line.add('e', 'e');
  await turn();
  await line.close();
  expect(done).toEqual(['a', 'b', 'c', 'd']);
});
