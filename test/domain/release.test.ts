// What a release says of itself: when it runs, and how long its tracking issue is kept.
import { countdownName, hasSections, isOver, isRunning } from '../../src/domain/release.ts';
import { at, release } from '../support/world.ts';

/** From Monday, 5 October, to Sunday, 29 November, nine hours ahead of UTC. */
const TOKYO = release({ timezone: 'Asia/Tokyo' });

test.each([
  ['2026-10-04T14:59:59Z', false],
  ['2026-10-04T15:00:00Z', true],
  ['2026-11-29T14:59:59Z', true],
  ['2026-11-29T15:00:00Z', false],
])('it runs in its weeks, by its own clock: %s', (now, runs) => {
  expect(isRunning(TOKYO, at(now))).toBe(runs);
});

test.each([
  ['2026-10-01T00:00:00Z', false],
  ['2026-11-29T14:59:59Z', false],
  ['2026-11-29T15:00:00Z', true],
])('it is over after its last day: %s', (now, over) => {
  expect(isOver(TOKYO, at(now))).toBe(over);
});

test.each([
  ['2026-12-06T14:59:59Z', true],
  ['2026-12-06T15:00:00Z', false],
])('its sections are kept for a week after the last: %s', (now, kept) => {
  expect(hasSections(TOKYO, at(now))).toBe(kept);
});

test('weeks are counted to the release and from it', () => {
  expect([-11, 0, 1].map(countdownName)).toEqual(['R-11', 'R', 'R+1']);
});
