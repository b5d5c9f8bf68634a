// Which releases of a rule are listed on a day: those whose cycle runs, some that follow, and those just over.
import { type Day, addDays, daysBetween, mondayOf } from '../../domain/day.ts';
import { type ReleaseRule, type RuledRelease, releaseAt } from '../../domain/release-rule.ts';
import { numberFrom } from '../../domain/rhythm.ts';
import { countedFrom } from './counted-from.ts';

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
 * `ahead` whose cycle has not begun. Where people have a role in turn, also all since the last written turn.
 */
export function windowOf(
  rule: ReleaseRule,
  { ahead, turns }: { readonly ahead: number; readonly turns: readonly (readonly string[])[] },
  shape: Shape,
  today: Day,
): RuledRelease[] {
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
  const [first] = listed;
  const since = first === undefined ? undefined : countedFrom(rule, turns, first.index);
  return since === undefined || first === undefined
    ? listed
    : [...between(rule, since, first.index), ...listed];
}

/** Those that are not skipped, the first included. */
function between(rule: ReleaseRule, from: number, to: number): RuledRelease[] {
  return Array.from({ length: to - from }, (_, offset) => releaseAt(rule, from + offset)).filter(
    (release): release is RuledRelease => release !== undefined && !rule.skip.includes(release.version),
  );
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
