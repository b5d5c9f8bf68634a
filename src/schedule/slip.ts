// What a moved date moves: the table that a person reads before the date is written.
import type { Day } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { SlipGroup, SlipRow, SlipTable } from '../domain/slip.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import { lintSchedule } from './lint.ts';
import { type Moved, slipEdits } from './slip-edits.ts';
import { type Found, findMilestone, sameDay } from './slip-find.ts';
import { milestoneRows } from './slip-rows.ts';
import { taskRows } from './slip-tasks.ts';
import { specOfRelease } from './spec-of-release.ts';

/** The wish to move one milestone of one release. */
export interface SlipWish {
  readonly version: string;
  /** Its id; `release` for release day. */
  readonly milestone: string;
  readonly to: Day;
  readonly today: Day;
  readonly because?: string | undefined;
  /** Ids of tasks that are done. When nothing is known, tasks that are past count as done. */
  readonly done?: ReadonlySet<string> | undefined;
}

/** What moves, stays, was missed, is fixed, is asked, and what the new day would break; or why it can't be told. */
export function slip(whole: ScheduleSpec, wish: SlipWish): SlipTable | Problem {
  const found = findMilestone(whole, wish.version, wish.milestone);
  if ('code' in found) return found;
  const spec = specOfRelease(whole, found.written);
  if (found.milestone.day === wish.to) return sameDay(found, wish.to);
  const moved = slipEdits(spec, found, wish);
  if ('code' in moved) return moved;
  const given = { spec, found, move: wish, moved };
  const rows = [...milestoneRows(given), ...taskRows(given, wish.done)];
  const of = (group: SlipGroup): SlipRow[] =>
    rows.flatMap((sorted) => (sorted.group === group ? [sorted.row] : [])).sort(byDay);
  return {
    version: wish.version,
    milestone: found.milestone.id,
    title: found.milestone.title,
    from: found.milestone.day,
    to: wish.to,
    because: wish.because,
    missed: of('missed'),
    moves: of('moves'),
    asked: of('asked'),
    fixed: of('fixed'),
    stays: of('stays'),
    conflicts: conflictsOf(spec, found, moved),
    edits: moved.edits,
  };
}

/** Findings after the slip that were not there before; the same finding with other days in its words is not new. */
function conflictsOf(spec: ScheduleSpec, found: Found, moved: Moved): Problem[] {
  const before = [...found.problems, ...findings(spec, found.release)];
  const known = new Set(before.map(keyOf));
  return [...moved.problems, ...findings(moved.spec, moved.release)].filter(
    (problem) => !known.has(keyOf(problem)),
  );
}

function findings(spec: ScheduleSpec, release: Release): Problem[] {
  return lintSchedule(spec, [release]);
}

function keyOf({ code, path }: Problem): string {
  return [code, ...path].join('\0');
}

function byDay(a: SlipRow, b: SlipRow): number {
  const [left, right] = [a.from ?? a.to ?? '', b.from ?? b.to ?? ''];
  return left < right ? -1 : Number(left > right);
}
