// Two runs that looked at the same time write the memory one after the other: neither's news is lost.
import { day } from '../../src/domain/day.ts';
import { mergeState } from '../../src/text/merge-state.ts';

const BASE = { done: ['a', 'b'], days: { rc: day('2020-01-06') }, due: {}, assigned: ['a/alice'] };

test('what we changed is right, and of the rest what stands there by now', () => {
  const ours = { ...BASE, done: ['b', 'c'], days: { rc: day('2020-01-07') }, assigned: ['a/alice', 'b/bob'] };
  const theirs = {
    ...BASE,
    done: ['a', 'b', 'd'],
    due: { a: day('2020-01-08') },
    assigned: ['a/alice', 'd/dave'],
  };
  expect(mergeState(BASE, ours, theirs)).toEqual({
    done: ['b', 'c', 'd'],
    days: { rc: '2020-01-07' },
    due: { a: '2020-01-08' },
    assigned: ['a/alice', 'b/bob', 'd/dave'],
  });
});

test('a moved day that another run has told is not untold', () => {
  const theirs = { ...BASE, days: { rc: day('2020-01-09') } };
  expect(mergeState(BASE, BASE, theirs)).toEqual(theirs);
});

test('without a memory there, ours is all', () => {
  expect(mergeState(undefined, BASE, undefined)).toEqual(BASE);
});
