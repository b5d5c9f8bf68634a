// 120 tasks, killed at every single write of the opening run and of a run in the middle.
import { IN_THE_MIDDLE, OPENING, killed, undisturbed } from '../support/kill-large.ts';

const HOURS = 3 * 3_600_000;

test.each([OPENING, IN_THE_MIDDLE])(
  'killed at every write of the $name run, everything is as if nothing had happened',
  async (story) => {
    const { writes, end } = await undisturbed(story);
    for (let kill = 0; kill < writes; kill++)
      expect({ kill, end: await killed(story, kill) }).toEqual({ kill, end });
    process.stdout.write(`${story.name}: killed at each of ${writes} writes\n`);
  },
  HOURS,
);
