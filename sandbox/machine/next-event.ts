// The next day on which something of the schedule is due, and what that is.
import type { Day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';

export interface NextEvent {
  readonly day: Day;
  /** What is due, the milestones first; at least one. */
  readonly what: readonly [string, ...string[]];
}

/** The first day after `today` with a milestone, a task, or the start or end of a cycle; undefined behind the last. */
export function nextEventOf(releases: readonly Release[], today: Day): NextEvent | undefined {
  const ahead = [
    ...releases.flatMap(({ milestones }) => milestones.map(({ day, title }) => ({ day, title }))),
    ...releases.flatMap(({ tasks }) => tasks.map(({ due, title }) => ({ day: due, title }))),
    ...releases.flatMap(({ start, end, version }) => [
      { day: start, title: `${version} begins` },
      { day: end, title: `${version} ends` },
    ]),
  ].filter(({ day }) => day > today);
  const [first] = ahead.map(({ day }) => day).toSorted();
  const [title, ...more] = ahead.filter(({ day }) => day === first).map((event) => event.title);
  return first === undefined || title === undefined ? undefined : { day: first, what: [title, ...more] };
}
