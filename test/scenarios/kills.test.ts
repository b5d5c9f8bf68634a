// Scenario: 120 tasks, a run killed at one of its writes; the next one goes on. All writes: `npm run test:long`.
import { IN_THE_MIDDLE, OPENING, killed, undisturbed } from '../support/kill-large.ts';

test.each([OPENING, IN_THE_MIDDLE])(
  'killed in the $name run, everything is as if nothing had happened',
  async (story) => {
    const { writes, end } = await undisturbed(story);
    expect(writes).toBeGreaterThan(10);
    expect(await killed(story, Math.floor(writes / 2))).toEqual(end);
  },
  400_000,
);
