// The next day on which something of the schedule is due.
import type { Day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';

/** The first day after `today` with a milestone, a task, or the start or end of a cycle; undefined behind the last. */
export function nextEventDay(releases: readonly Release[], today: Day): Day | undefined {
  return releases
    .flatMap((release) => [
      release.start,
      release.end,
      ...release.milestones.map((milestone) => milestone.day),
      ...release.tasks.map((task) => task.due),
    ])
    .filter((day) => day > today)
    .toSorted()[0];
}
