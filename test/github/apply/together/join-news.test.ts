// What a run says on one issue is one comment; answers, and what is edited later, stand by themselves.
import { joinNews } from '../../../../src/github/apply/together/join-news.ts';
import type { Wish } from '../../../../src/github/apply/together/send-wishes.ts';

const make = (number: number, key: string, body = key): Wish => ({
  kind: 'make',
  number,
  parts: [{ key, body }],
});
const shared = (wish: Wish) => ({ wish, isShared: 'news' as const });
const answer = (wish: Wish) => ({ wish, isShared: 'answers' as const });
const alone = (wish: Wish) => ({ wish, isShared: false as const });
const keysOf = (wish: Wish | undefined): string[] =>
  wish?.kind === 'make' ? wish.parts.map(({ key }) => key) : [];

test('what is shared goes together by issue, and each knows where it went', () => {
  const { wishes, places } = joinNews([
    shared(make(1, 'a')),
    alone(make(1, 'b')),
    shared(make(2, 'c')),
    alone({ kind: 'edit', id: 'IC_1', text: 'New' }),
    shared(make(1, 'd')),
  ]);
  expect(wishes.map(keysOf)).toEqual([['a', 'd'], ['b'], ['c'], []]);
  expect(places).toEqual([0, 1, 2, 3, 0]);
});

test('what has no room any more begins another comment', () => {
  const long = 'x'.repeat(40_000);
  const { wishes, places } = joinNews([
    shared(make(1, 'a', long)),
    shared(make(1, 'b', long)),
    shared(make(1, 'c')),
  ]);
  expect(wishes.map(keysOf)).toEqual([['a'], ['b', 'c']]);
  expect(places).toEqual([0, 1, 1]);
});

test('answers go together, and never with news', () => {
  const { wishes, places } = joinNews([
    shared(make(1, 'a')),
    answer(make(1, 'b')),
    answer(make(2, 'c')),
    answer(make(1, 'd')),
  ]);
  expect(wishes.map(keysOf)).toEqual([['a'], ['b', 'd'], ['c']]);
  expect(places).toEqual([0, 1, 2, 1]);
});
