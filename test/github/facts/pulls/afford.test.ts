// Near the end of an hour's points those pull requests are read that matter, or none, and the rest is named with its time.
import type { Instant } from '../../../../src/domain/day.ts';
import { pointsOfFull, pointsOfList, tooDear } from '../../../../src/github/facts/pulls/afford.ts';
import { instant } from '../../../support/runs.ts';

const NOW = instant('2026-10-27T10:00:00Z');
const HOUR = 3_600_000;
const budget = (remaining: number, reset = (NOW + HOUR) as Instant) => ({
  resource: 'graphql',
  limit: 5000,
  remaining,
  reset,
});

test.each([
  [10, 0],
  [99, 0],
  [101, 2],
  [1000, 20],
  [3000, 60],
])('the list of %i takes %i points more than its first page', (open, points) => {
  expect(pointsOfList(open, false)).toBe(points);
});

test('files make a page of the list dearer', () => {
  expect(pointsOfList(1000, true)).toBe(30);
});

test('fifty in full are one request, and none is one, too: closed ones, teams and fixes come with it', () => {
  expect([0, 50, 51, 300].map(pointsOfFull)).toEqual([5, 5, 10, 30]);
});

test('what is there is spent, and forty points are left for the rest of the run', () => {
  expect(tooDear(budget(50), NOW, 10)).toBeUndefined();
  expect(tooDear(budget(49), NOW, 10)).toBe('GitHub leaves 49 points until 11:00 UTC, and it takes about 10');
});

test('an hour that is over, and a server that counts nothing, forbid nothing', () => {
  expect(tooDear(budget(0, NOW), NOW, 10)).toBeUndefined();
  expect(tooDear(undefined, NOW, 1000)).toBeUndefined();
});
