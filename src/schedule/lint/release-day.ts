// Release days on which nobody is there to help afterwards.
import { weekdayName, weekdayOf } from '../../domain/day.ts';
import { addWorkingDays, isWorkingDay } from '../../domain/working-days.ts';
import { hasWeekday, meantWords } from './meant-day.ts';
import { type LintRule, releasePath } from './subject.ts';

const FRIDAY = 5;

/** Where the weekday of release day is written. */
const WHERE = 'with the milestone "release"';

/** What breaks on a Friday is found on a weekend. */
export const releaseOnFriday: LintRule = {
  code: 'release-on-friday',
  find: (subject) => {
    const { release } = subject.release;
    const { holidays } = subject.spec;
    if (weekdayOf(release) !== FRIDAY || !isWorkingDay(release, holidays)) return [];
    if (hasWeekday(subject, 'release')) return [];
    return [
      {
        severity: 'warning',
        path: releasePath(subject, 'release'),
        message: `${subject.release.version} is released on a Friday (${release}), before the weekend.`,
        fix: `Choose another day, ${addWorkingDays(release, -1, holidays)} or ${addWorkingDays(release, 1, holidays)} for example.${meantWords(release, holidays, WHERE)}`,
      },
    ];
  },
};

/** A weekend, or one of the config's `holidays`. */
export const releaseOnDayOff: LintRule = {
  code: 'release-on-day-off',
  find: (subject) => {
    const { release } = subject.release;
    const { holidays } = subject.spec;
    if (isWorkingDay(release, holidays)) return [];
    if (!holidays.includes(release) && hasWeekday(subject, 'release')) return [];
    const what = holidays.includes(release) ? 'a holiday' : `a ${weekdayName(weekdayOf(release))}`;
    return [
      {
        severity: 'warning',
        path: releasePath(subject, 'release'),
        message: `${subject.release.version} is released on ${what} (${release}).`,
        fix: `Choose a working day; the next is ${addWorkingDays(release, 1, holidays)}.${meantWords(release, holidays, WHERE)}`,
      },
    ];
  },
};
