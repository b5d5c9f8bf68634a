// The weeks of one cycle: numbered from the start, counted down to the release, with their phases.
import { type Day, addDays, daysBetween, mondayOf } from '../domain/day.ts';
import type { WeekRef } from '../domain/day-expression.ts';
import type { Problem } from '../domain/problem.ts';
import type { Week } from '../domain/release.ts';
import type { CycleSpec, ReleaseSpec } from '../domain/spec.ts';

/** The fixed points of a cycle. `start` is the Monday of week 1, `end` the Sunday of the last week. */
export interface Cycle {
  readonly start: Day;
  readonly release: Day;
  readonly end: Day;
  readonly weeks: readonly Week[];
}

/** Two years. What is longer is a mistyped year, and would make thousands of weeks. */
const MOST_WEEKS = 104;

/**
 * Lays the weeks out from week 1 to `weeksAfter` the release week (K14).
 * Late weeks are found by countdown, so a cycle longer than its preset has its empty weeks in the middle (K32, K33).
 */
export function layOutCycle(written: ReleaseSpec, spec: CycleSpec): Cycle | Problem {
  const { release } = written;
  if (written.start !== undefined && written.start > release) return releaseBeforeStart(written);
  const start = mondayOf(written.start ?? addDays(release, -7 * (spec.releaseWeek - 1)));
  const releaseWeek = weekNumber(start, release);
  const count = releaseWeek + spec.weeksAfter;
  if (count > MOST_WEEKS) return cycleTooLong(written, count);
  const weeks = Array.from({ length: count }, (_, index) => layOutWeek(index + 1, start, releaseWeek, spec));
  return { start, release, end: addDays(start, 7 * count - 1), weeks };
}

/** The week of the cycle that holds the day, counted from 1; zero and less lie before the cycle. */
export function weekNumber(start: Day, day: Day): number {
  return Math.floor(daysBetween(start, day) / 7) + 1;
}

/** The number of the week that a reference names, in a cycle with this release week. */
export function weekNumberOf(week: WeekRef, releaseWeek: number): number {
  return week.from === 'start' ? week.number : releaseWeek + week.offset;
}

function layOutWeek(number: number, start: Day, releaseWeek: number, spec: CycleSpec): Week {
  const phase = spec.phases.find(
    ({ from, to }) => weekNumberOf(from, releaseWeek) <= number && number <= weekNumberOf(to, releaseWeek),
  );
  const first = addDays(start, 7 * (number - 1));
  return {
    number,
    start: first,
    end: addDays(first, 6),
    countdown: number - releaseWeek,
    phase: phase?.name,
  };
}

function releaseBeforeStart({ version, start, release }: ReleaseSpec): Problem {
  return {
    code: 'release-before-start',
    severity: 'error',
    path: ['releases', version, 'release'],
    message: `${version} is released on ${release}, before its cycle starts on ${start}.`,
    fix: 'Correct the start or the release day; often one of them has the wrong year.',
  };
}

function cycleTooLong({ version, start, release }: ReleaseSpec, weeks: number): Problem {
  return {
    code: 'cycle-too-long',
    severity: 'error',
    path: ['releases', version, 'start'],
    message: `The cycle of ${version} from ${start} to ${release} has ${weeks} weeks, more than ${MOST_WEEKS}.`,
    fix: 'Correct the year of the start or of the release day.',
  };
}
