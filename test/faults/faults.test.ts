// A short part of `npm run test:faults`: two seeds, after which everything is as if nothing had failed.
import { play } from './play.ts';
import { renderPlayed } from './render.ts';

test.each([4, 28])(
  'seed %i',
  async (seed) => {
    const played = await play(seed);
    expect(played.injections.length).toBeGreaterThan(10);
    expect(played.differences.length === 0 ? '' : renderPlayed(played, true)).toBe('');
  },
  240_000,
);
