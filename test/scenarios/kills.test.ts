// Scenario: 120 tasks, a run killed at one of its writes; the next one goes on. All writes: `npm run test:long`.
import { IN_THE_MIDDLE, killed, undisturbed } from '../support/kill-large.ts';

test('killed in a run of the middle, everything is as if nothing had happened', async () => {
  const { writes, end } = await undisturbed(IN_THE_MIDDLE);
  expect(writes).toBeGreaterThan(10);
  expect(await killed(IN_THE_MIDDLE, Math.floor(writes / 2))).toEqual(end);
}, 400_000);
