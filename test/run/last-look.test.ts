// What a run about a few pull requests reads anew, by what the last look found.
import type { Instant } from '../../src/domain/day.ts';
import type { Observation } from '../../src/domain/observed.ts';
import { allUnknown } from '../../src/github/observe.ts';
import { type LastLook, narrowed } from '../../src/run/last-look.ts';

const NOW = 1_000_000_000 as Instant;
const pulls = [{ number: 3 }, { number: 5 }];
const seen = { pulls: { known: true, value: pulls }, openPulls: { known: true, value: [3, 5] } };
const LAST: LastLook = {
  text: 'releases: []',
  questions: {},
  observation: { ...allUnknown('a test'), ...seen } as unknown as Observation,
  at: NOW,
  written: [],
};

const numbersOf = (last: LastLook, about: readonly number[], now = NOW, text = LAST.text) =>
  narrowed({ about, isAsked: false, last }, { text, questions: {}, now })?.numbers;

test('what was heard of is read, and pull requests that we have written on; issues come with the one query', () => {
  expect(numbersOf(LAST, [7, 3])).toEqual([3, 7]);
  expect(numbersOf({ ...LAST, written: [2, 5] }, [3])).toEqual([3, 5]);
});

test('everything is looked at where the look is old or of the future, the config another, or pull requests unknown', () => {
  expect(numbersOf(LAST, [3], (NOW + 15 * 60_000 - 1) as Instant)).toEqual([3]);
  expect(numbersOf(LAST, [3], (NOW + 15 * 60_000) as Instant)).toBeUndefined();
  expect(numbersOf(LAST, [3], (NOW - 1) as Instant)).toBeUndefined();
  expect(numbersOf(LAST, [3], NOW, 'another')).toBeUndefined();
  expect(numbersOf({ ...LAST, observation: allUnknown('a test') }, [3])).toBeUndefined();
});

test('of more than one request reads, a list comes cheaper', () => {
  const many = Array.from({ length: 51 }, (_, index) => index + 1);
  expect(numbersOf(LAST, many)).toBeUndefined();
  expect(numbersOf(LAST, many.slice(1))).toHaveLength(50);
});
