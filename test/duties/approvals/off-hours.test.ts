// A reminder that is due and waits for somebody's working hours is named in the plan, with the hour at which it comes.
import { run } from './world.ts';

function skips(now: string, more: Parameters<typeof run>[0] = {}) {
  return run({ now, ...more }).skips.map(({ what, why }) => `${what}: ${why}`);
}

test('before work it is named with the hour of the same day, on the clock of the person', () => {
  const people = { alice: { timezone: 'America/New_York' } };
  expect(skips('2026-10-23T10:00:00Z', { people })).toEqual([
    '#421: not mentioned now, outside working hours: alice (from Fri 23 Oct 09:00 America/New_York)',
  ]);
});

test('after work it is named with the next working day', () => {
  expect(skips('2026-10-23T20:00:00Z')).toEqual([
    '#421: not mentioned now, outside working hours: alice (from Mon 26 Oct 09:00 UTC)',
  ]);
});

test('nothing is said of it at work, and while nothing is due', () => {
  expect(skips('2026-10-23T10:00:00Z')).toEqual([]);
  expect(skips('2026-10-13T20:00:00Z')).toEqual([]);
});
