// Freezes, candidates and deadlines on days on which nobody is there, or on release day itself.
import { weekdayName, weekdayOf } from '../../domain/day.ts';
import type { Milestone } from '../../domain/release.ts';
import { milestonePath } from '../build-milestones.ts';
import { isCherryPickDeadline, isFreeze } from '../milestone-kind.ts';
import { prereleaseOf } from '../prerelease.ts';
import { addWorkingDays, isWorkingDay } from '../../domain/working-days.ts';
import { hasWeekday, meantWords } from './meant-day.ts';
import { type LintRule, quotedTitle } from './subject.ts';

/** On a weekend or a holiday nobody freezes, cuts or picks anything. */
export const milestoneOnDayOff: LintRule = {
  code: 'milestone-on-day-off',
  find: (subject) => {
    const { holidays } = subject.spec;
    const { version, release } = subject.release;
    return (
      subject.credible
        .filter((milestone) => needsPeople(milestone, version) && !isWorkingDay(milestone.day, holidays))
        // Release day has a finding of its own.
        .filter(({ day }) => day !== release)
        .filter(({ id, day }) => holidays.includes(day) || !hasWeekday(subject, id))
        .map(({ id, title, day }) => ({
          severity: 'warning',
          path: milestonePath(subject.written, id),
          message: `${quotedTitle(title)} is on ${holidays.includes(day) ? 'a holiday' : `a ${weekdayName(weekdayOf(day))}`} (${day}).`,
          fix: `Choose a working day, ${addWorkingDays(day, -1, holidays)} or ${addWorkingDays(day, 1, holidays)} for example.${meantWords(day, holidays, 'with it')}`,
        }))
    );
  },
};

/** What is released on the day of a candidate was never a candidate. */
export const candidateOnReleaseDay: LintRule = {
  code: 'candidate-on-release-day',
  find: (subject) => {
    const { release, version } = subject.release;
    return subject.credible
      .filter((milestone) => milestone.day === release && prereleaseOf(milestone, version) !== undefined)
      .map(({ id, title, day }) => ({
        severity: 'warning',
        path: milestonePath(subject.written, id),
        message: `${quotedTitle(title)} is on release day (${day}).`,
        fix: 'Choose an earlier day, so that somebody can try it before the release.',
      }));
  },
};

function needsPeople(milestone: Milestone, version: string): boolean {
  return (
    isFreeze(milestone, version) ||
    isCherryPickDeadline(milestone, version) ||
    prereleaseOf(milestone, version) !== undefined
  );
}
