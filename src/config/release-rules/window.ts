// Which releases of a rule are listed on a day: those whose cycle runs, some that follow, and those just over.
import { type Day, addDays, daysBetween, mondayOf } from '../../domain/day.ts';
import { type ReleaseRule, type RuledRelease, releaseAt } from '../../domain/release-rule.ts';
import { numberFrom } from '../../domain/rhythm.ts';

/** The weeks of a cycle, as far as a window needs them. */
export interface Shape {
  readonly releaseWeek: number;
  readonly weeksAfter: number;
}

/** Days. What has ended is still brought to an end in these, also after runs were down for some time. */
const BEHIND = 28;

/** Days. An issue may be opened this long before its cycle begins, whatever `ahead` says. */
const BEFORE = 28;

/**
 * The releases that are not skipped: all whose cycle has begun and is not long over, all that begin soon, and at least
 * `ahead` whose cycle has not begun.
 */
export function windowOf(rule: ReleaseRule, ahead: number, shape: Shape, today: Day): RuledRelease[] {
  const earliest = addDays(today, -BEHIND - 7 * (shape.weeksAfter + 1));
  const from = numberFrom(rule.every, rule.first, earliest);
  const listed: RuledRelease[] = [];
  let coming = 0;
  for (let index = from; ; index++) {
    const release = releaseAt(rule, index);
    if (release === undefined) break;
    if (rule.skip.includes(release.version)) continue;
    const { start, end } = weeksOf(release.planned, shape);
    if (start > today) coming++;
    if (coming > ahead && daysBetween(today, start) > BEFORE) break;
    if (daysBetween(end, today) <= BEHIND) listed.push(release);
  }
  return listed;
}

/** The releases that are not skipped and planned for these days, the first and the last included. */
export function between(rule: ReleaseRule, from: Day, to: Day): RuledRelease[] {
  const listed: RuledRelease[] = [];
  for (let index = numberFrom(rule.every, rule.first, from); ; index++) {
    const release = releaseAt(rule, index);
    if (release === undefined || release.planned > to) return listed;
    if (!rule.skip.includes(release.version)) listed.push(release);
  }
}

function weeksOf(
  planned: Day,
  { releaseWeek, weeksAfter }: Shape,
): { readonly start: Day; readonly end: Day } {
  return {
    start: mondayOf(addDays(planned, -7 * (releaseWeek - 1))),
    end: addDays(mondayOf(planned), 7 * (weeksAfter + 1) - 1),
  };
}
