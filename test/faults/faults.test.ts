// A short part of `npm run test:faults`: one seed, after which everything is as if nothing had failed.
import { play } from './play.ts';
import { renderPlayed } from './render.ts';

test('what 40 faults in a release leave behind is put right by the next run', async () => {
  const played = await play(4);
  expect(played.injections.length).toBeGreaterThan(10);
  expect(played.differences.length === 0 ? '' : renderPlayed(played, true)).toBe('');
}, 240_000);
