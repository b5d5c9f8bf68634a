// A weekday that is written with a milestone says that its day is meant, also where few people are at work.
import { type Day, weekdayName, weekdayOf } from '../../domain/day.ts';
import { type LintSubject, writtenMilestone } from './subject.ts';

/** Whether the config names the weekday of a milestone; that it is the right one is looked at elsewhere. */
export function hasWeekday(subject: LintSubject, id: string): boolean {
  return writtenMilestone(subject, id)?.weekday !== undefined;
}

/** How to say that a day is meant, after a fix; empty on holidays, which no weekday explains. */
export function meantWords(day: Day, holidays: readonly Day[], where: string): string {
  const name = weekdayName(weekdayOf(day));
  return holidays.includes(day)
    ? ''
    : ` If the ${name} is meant, write "weekday: ${name.toLowerCase()}" ${where}.`;
}
