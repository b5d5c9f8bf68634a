// What moved dates move: the table that a person reads before the dates are written.
import type { Problem } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { SlipGroup, SlipRow, SlipTable } from '../domain/slip.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import { lintSchedule } from './lint.ts';
import { type Moved, slipEdits } from './slip-edits.ts';
import { milestoneRows } from './slip-rows.ts';
import { type SlipWish, type Target, targetOf } from './slip-target.ts';
import { taskRows } from './slip-tasks.ts';
import { specOfRelease } from './spec-of-release.ts';

/**
 * What moves, stays, was missed, is fixed, is asked, and what the new days would break; or why it can't be told.
 * All days are given at once and only the outcome is judged, so the order of the moves means nothing.
 */
export function slip(whole: ScheduleSpec, wish: SlipWish): SlipTable | Problem {
  const target = targetOf(whole, wish);
  if ('code' in target) return target;
  const spec = specOfRelease(whole, target.written);
  const moved = slipEdits(whole, target);
  if ('code' in moved) return moved;
  const given = { spec, target, moved };
  const rows = [...milestoneRows(given), ...taskRows(given)];
  const of = (group: SlipGroup): SlipRow[] =>
    rows.flatMap((sorted) => (sorted.group === group ? [sorted.row] : [])).sort(byDay);
  return {
    version: wish.version,
    named: [
      ...target.named.map(({ milestone: { id, title, day }, to }) => ({
        milestone: id,
        title,
        from: day,
        to,
      })),
      ...target.firsts.map(({ id, title, to }) => ({ milestone: id, title, to })),
    ],
    because: wish.because,
    missed: of('missed'),
    moves: of('moves'),
    asked: of('asked'),
    unsure: of('unsure'),
    fixed: of('fixed'),
    stays: of('stays'),
    keeps: of('keeps'),
    conflicts: conflictsOf(spec, target, moved),
    edits: moved.edits,
  };
}

/** Findings after the slip that were not there before; the same finding with other days in its words is not new. */
function conflictsOf(spec: ScheduleSpec, target: Target, moved: Moved): Problem[] {
  const before = [...target.problems, ...findings(spec, target.release)];
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
