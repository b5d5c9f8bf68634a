// Two runs that looked at the same time write the memory one after the other: neither's news is lost.
import { day } from '../../src/domain/day.ts';
import { mergeState } from '../../src/memory/merge-state.ts';

const BASE = {
  done: ['a', 'b'],
  days: { rc: day('2020-01-06') },
  due: {},
  assigned: ['a/alice'],
  below: ['a'],
};

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
    below: ['a'],
  });
});

test('what is not in every state is merged as well, and absent when nobody has it', () => {
  const skipped = { by: 'bob', because: 'no budget' };
  const base = { ...BASE, doneOn: { a: day('2020-01-06') }, muted: ['dave'] };
  const ours = { ...base, doneOn: { a: day('2020-01-06'), c: day('2020-01-07') }, muted: [] };
  const theirs = { ...base, below: ['a', 'b'], skipped: { b: skipped }, muted: ['carol', 'dave'] };
  expect(mergeState(base, ours, theirs)).toEqual({
    ...BASE,
    below: ['a', 'b'],
    doneOn: { a: '2020-01-06', c: '2020-01-07' },
    skipped: { b: skipped },
    muted: ['carol'],
  });
  expect(mergeState(base, { ...base, muted: [] }, base)).not.toHaveProperty('muted');
});

test('a moved day that another run has told is not untold', () => {
  const theirs = { ...BASE, days: { rc: day('2020-01-09') } };
  expect(mergeState(BASE, BASE, theirs)).toEqual(theirs);
});

test('without a memory there, ours is all', () => {
  expect(mergeState(undefined, BASE, undefined)).toEqual(BASE);
});
