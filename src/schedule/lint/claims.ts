// Weekdays and weeks that are written beside a date are claims: lint holds them against the day.
import { addDays, formatDay, mondayOf, weekdayName, weekdayOf } from '../../domain/day.ts';
import { milestonePath } from '../build-milestones.ts';
import { type LintRule, writtenMilestone, quotedTitle } from './subject.ts';

/** "Wednesday 27 February" in a year in which it is a Tuesday. */
export const weekdayMismatch: LintRule = {
  code: 'weekday-mismatch',
  find: (subject) =>
    subject.release.milestones.flatMap(({ id, title, day }) => {
      const claimed = writtenMilestone(subject, id)?.weekday;
      if (claimed === undefined || claimed === weekdayOf(day)) return [];
      const shift = ((claimed - weekdayOf(day) + 10) % 7) - 3;
      return [
        {
          severity: 'error',
          path: [...milestonePath(subject.written, id), 'weekday'],
          message: `${quotedTitle(title)} has "weekday: ${weekdayName(claimed).toLowerCase()}", but ${day} is a ${weekdayName(weekdayOf(day))}.`,
          fix: `Change the date to ${addDays(day, shift)}, or write "weekday: ${weekdayName(weekdayOf(day)).toLowerCase()}".`,
        },
      ];
    }),
};

/** "Week 4" beside a date of week 5. */
export const weekMismatch: LintRule = {
  code: 'week-mismatch',
  find: (subject) =>
    subject.release.milestones.flatMap(({ id, title, day, week }) => {
      const claimed = writtenMilestone(subject, id)?.week;
      if (claimed === undefined || claimed === week) return [];
      const monday = addDays(mondayOf(day), 7 * (claimed - week));
      return [
        {
          severity: 'error',
          path: [...milestonePath(subject.written, id), 'week'],
          message: `${quotedTitle(title)} has "week: ${claimed}", but ${day} is in week ${week} of the cycle that starts on ${subject.release.start}.`,
          fix: `Write "week: ${week}", or change the date to a day of week ${claimed} (${formatDay(monday, 'D MMM')} to ${formatDay(addDays(monday, 6), 'D MMM YYYY')}).`,
        },
      ];
    }),
};
