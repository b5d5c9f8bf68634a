// Dates so far outside the cycle that the year is most likely mistyped.
import { type Day, addDays, parseDay } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { milestonePath } from '../build-milestones.ts';
import {
  FAR_DAYS,
  type Finding,
  type LintRule,
  type LintSubject,
  releasePath,
  writtenMilestone,
  quotedTitle,
} from './subject.ts';

/** Days around the cycle that the same date in the right year may fall on: retrospectives come a few weeks later. */
const AROUND_CYCLE = 30;

/** Support may well end years after the release. */
const LONG_AFTER = /\b(end of (life|support|maintenance)|eol|support|maintenance)\b/i;

/** A milestone with the year of the last release, as it happens when a page is copied; and a start likewise. */
export const wrongYear: LintRule = {
  code: 'wrong-year',
  find: (subject) => [...farMilestones(subject), ...farStart(subject)],
};

function farMilestones(subject: LintSubject): Finding[] {
  const { release, written } = subject;
  return subject.far
    .filter((milestone) => isMistakable(milestone, subject))
    .map(({ id, title, day }) => {
      const meant = sameDateInCycle(day, release);
      return {
        severity: meant === undefined ? 'warning' : 'error',
        path: milestonePath(written, id),
        message: `${quotedTitle(title)} is on ${day}, more than ${FAR_DAYS} days outside the cycle (${release.start} to ${release.end}).`,
        fix: meant === undefined ? 'Check the year.' : `Write ${meant} if the year is mistyped.`,
      };
    });
}

/** Only a written-out date can have a wrong year. */
function isMistakable({ id, title }: Milestone, subject: LintSubject): boolean {
  return (
    writtenMilestone(subject, id)?.on.kind === 'day' &&
    !LONG_AFTER.test(`${title} ${id.replaceAll('-', ' ')}`)
  );
}

function sameDateInCycle(day: Day, { start, end, release }: Release): Day | undefined {
  const years = [...new Set([start, release, end].map((of) => of.slice(0, 4)))];
  return years
    .flatMap((year) => parseDay(`${year}${day.slice(4)}`) ?? [])
    .find((other) => addDays(start, -AROUND_CYCLE) <= other && other <= addDays(end, AROUND_CYCLE));
}

/** A cycle of more than a year that would have a usual length if it started a year later. */
function farStart(subject: LintSubject): Finding[] {
  const { written, release, spec } = subject;
  const { start } = written;
  if (start === undefined || release.weeks.length <= 52) return [];
  const year = String(Number(start.slice(0, 4)) + 1).padStart(4, '0');
  const meant = parseDay(`${year}${start.slice(4)}`);
  if (meant === undefined || addDays(meant, 7 * (spec.cycle.releaseWeek - 1)) > addDays(release.release, 6))
    return [];
  return [
    {
      severity: 'warning',
      path: releasePath(subject, 'start'),
      message: `The cycle starts on ${start} and has ${release.weeks.length} weeks.`,
      fix: `Write ${meant} if the year is mistyped.`,
    },
  ];
}
