// What the days beside a title say, what holds, and which characters have to change.
import { type Day, addDays, dayAt, daysBetween } from '../domain/day.ts';
import type { Instant } from '../domain/day.ts';
import type { Candidate } from './candidate.ts';
import type { CopiedMilestone } from './copied-release.ts';
import { masked, withoutHistory } from './mask.ts';
import { type Edit, rewriteDay } from './rewrite.ts';
import { type WrittenDay, dayIn, readWrittenDays } from './written-day.ts';
import { type Written, pairUp, rewriteRange } from './written-range.ts';

export interface FoundDay {
  readonly start: number;
  readonly end: number;
  /** In the zone of the milestone; of several days the first that differs. */
  readonly says: Day;
  readonly holds: Day;
  /** Offsets count in the file; none where they agree. */
  readonly edits: readonly Edit[];
}

export interface Known {
  /** Words around it name the release. */
  readonly isSure: boolean;
  /** Milestones of other releases that the title may mean as well. */
  readonly rivals: readonly CopiedMilestone[];
  /** The text writes months in full. */
  readonly isLong: boolean;
}

/** A copy that is further off is one of another release, unless the milestone had that day. */
const FAR = { sure: 180, unsure: 45 };

export function decide(
  file: string,
  candidate: Candidate,
  milestone: CopiedMilestone,
  known: Known,
): FoundDay | undefined {
  const { text } = candidate;
  const written =
    candidate.written ??
    withoutHistory(text, pairUp(masked(text), readWrittenDays(masked(text), milestone.day)));
  const all =
    written.length > 1
      ? severalDays(text, written, milestone, known)
      : oneDay(candidate, written[0], milestone, known);
  if (all === undefined || !isCopy(all.says, all.holds, milestone, known)) return undefined;
  const { at } = candidate;
  const edits = all.edits.map((edit) => ({ start: edit.start + at, end: edit.end + at, text: edit.text }));
  const more = all.says === all.holds ? [] : alongEdits(file, candidate, all, known.isLong);
  return { ...all, start: all.start + at, end: all.end + at, edits: [...edits, ...more] };
}

function isCopy(says: Day, holds: Day, { before }: CopiedMilestone, { isSure, rivals }: Known): boolean {
  if (says === holds || before.includes(says)) return true;
  const away = Math.abs(daysBetween(says, holds));
  if (away > (isSure ? FAR.sure : FAR.unsure)) return false;
  return rivals.every((rival) => {
    const nearer = Math.abs(daysBetween(says, rival.day)) <= away;
    return !nearer && !rival.before.includes(says);
  });
}

function oneDay(
  { text, bound }: Candidate,
  written: Written | undefined,
  milestone: CopiedMilestone,
  { isLong }: Known,
): FoundDay | undefined {
  if (written === undefined) return undefined;
  const { first, last } = written;
  if (last !== undefined) return rangeOf(text, written, milestone, isLong);
  const whole = { start: first.start, end: first.end };
  const days = [bound === 'last' ? undefined : milestone.from, bound === 'first' ? undefined : milestone.day];
  const held = days.flatMap((day) => day ?? []);
  const good = [...held, ...(held.length === 0 ? [milestone.day] : [])].find((day) =>
    agrees(first, day, milestone),
  );
  if (good !== undefined) return { ...whole, says: good, holds: good, edits: [] };
  const holds = bound === 'first' ? (milestone.from ?? milestone.day) : milestone.day;
  const says = dayIn(first, milestone.zone);
  // Of a milestone with several days nobody knows which one a single other day is.
  if (held.length > 1 && !milestone.before.includes(says)) return undefined;
  const to = addDays(first.day, daysBetween(says, holds));
  return { ...whole, says, holds, edits: rewriteDay(text, first, to, isLong) };
}

function rangeOf(
  text: string,
  written: Written,
  milestone: CopiedMilestone,
  isLong: boolean,
): FoundDay | undefined {
  const { first, last } = written;
  const { from, day: until } = milestone;
  if (from === undefined || last === undefined) return undefined;
  const whole = { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
  const differs = first.day === from ? last.day !== until : true;
  if (!differs) return { ...whole, says: until, holds: until, edits: [] };
  const [says, holds] = first.day === from ? [last.day, until] : [first.day, from];
  return { ...whole, says, holds, edits: rewriteRange(text, written, [from, until], isLong) };
}

/** A moment in the clocks of several zones; else only days that the milestone had before are copies of it. */
function severalDays(
  text: string,
  written: readonly Written[],
  milestone: CopiedMilestone,
  { isLong }: Known,
): FoundDay | undefined {
  const { day: holds, zone, before } = milestone;
  const days = written.map(({ first }) => first);
  const whole = {
    start: Math.min(...days.map(({ start }) => start)),
    end: Math.max(...days.map(({ end }) => end)),
  };
  if (written.some(({ last }) => last !== undefined)) return undefined;
  if (days.some((one) => agrees(one, holds, milestone))) return { ...whole, says: holds, holds, edits: [] };
  const isMoment = days.every(({ at }) => at !== undefined);
  const meant = new Set(days.map((one) => dayIn(one, zone)));
  const former =
    [...meant].find((day) => before.includes(day)) ?? days.find(({ day }) => before.includes(day))?.day;
  const says = former ?? (isMoment && meant.size === 1 ? [...meant][0] : undefined);
  if (says === undefined) return undefined;
  const moved = isMoment ? days : days.filter(({ day }) => day === says);
  const by = daysBetween(says, holds);
  return {
    ...whole,
    says,
    holds,
    edits: moved.flatMap((one) => rewriteDay(text, one, addDays(one.day, by), isLong)),
  };
}

/** Midnight is the end of one day as well as the beginning of the next. */
function agrees(written: WrittenDay, day: Day, { zone }: CopiedMilestone): boolean {
  if (written.day === day) return true;
  return (
    written.at !== undefined &&
    (dayAt(written.at, zone) === day || dayAt((written.at - 1) as Instant, zone) === day)
  );
}

/** Of the end of an event and of a weekday in a cell of its own. */
function alongEdits(
  file: string,
  { along = [], weekday }: Candidate,
  { says, holds }: FoundDay,
  isLong: boolean,
): Edit[] {
  const by = daysBetween(says, holds);
  const edits = along.flatMap((one) => rewriteDay(file, one, addDays(one.day, by), isLong));
  if (weekday === undefined) return edits;
  const alone: WrittenDay = {
    ...weekday,
    day: says,
    pieces: [{ kind: 'weekday', ...weekday }],
    isDayFirst: false,
  };
  return [...edits, ...rewriteDay(file, alone, holds, isLong)];
}
