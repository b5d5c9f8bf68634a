// Milestones of a slip, sorted into what moves, was missed, stays, is fixed, and is asked.
import { type Day, addDays, daysBetween } from '../domain/day.ts';
import type { DayExpression } from '../domain/day-expression.ts';
import type { Milestone } from '../domain/release.ts';
import type { SlipGroup, SlipRow } from '../domain/slip.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import { writtenMilestones } from './build-milestones.ts';
import type { Move, Moved } from './slip-edits.ts';
import type { Found } from './slip-find.ts';
import { expressionWords } from './slip-reason.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

/** A row with the group that it belongs to. */
export interface Sorted {
  readonly group: SlipGroup;
  readonly row: SlipRow;
}

/** What every row is held against. */
export interface SlipCase {
  readonly spec: ScheduleSpec;
  readonly found: Found;
  readonly move: Move;
  readonly moved: Moved;
}

/** All milestones that a slip says something about; those it doesn't concern are left out. */
export function milestoneRows(given: SlipCase): Sorted[] {
  const { found, moved, spec } = given;
  const after = new Map(moved.release.milestones.map(({ id, day }) => [id, day]));
  const written = writtenMilestones(spec, found.written);
  return found.release.milestones.flatMap((milestone) => {
    const to = after.get(milestone.id) ?? milestone.day;
    const on = milestone.id === 'release' ? undefined : written.get(milestone.id)?.on;
    if (milestone.id === found.milestone.id) return [movedRow(milestone, given)];
    if (to !== milestone.day) return [followingRow(milestone, to, on, given)];
    return restingRow(milestone, on, given);
  });
}

function movedRow(milestone: Milestone, { move }: SlipCase): Sorted {
  const missed = milestone.day < move.today;
  const reason = missed
    ? 'did not happen on its day, so it may move'
    : move.to < move.today
      ? 'is written down on a day that is past'
      : 'is given a new day';
  return {
    group: missed ? 'missed' : 'moves',
    row: { ...rowOf(milestone), to: move.to, reason },
  };
}

/** What leans on a missed milestone was missed with it. */
function followingRow(
  milestone: Milestone,
  to: Day,
  on: DayExpression | undefined,
  { move }: SlipCase,
): Sorted {
  const reason = on === undefined ? 'follows' : `is "${expressionWords(on)}"`;
  const group = milestone.day < move.today ? 'missed' : 'moves';
  return { group, row: { ...rowOf(milestone), to, reason } };
}

function restingRow(milestone: Milestone, on: DayExpression | undefined, given: SlipCase): Sorted[] {
  const { found, move, moved } = given;
  const held = moved.edits.some((edit) => edit.milestone === milestone.id && edit.follows !== true);
  const own = held ? ' and gets a day of its own' : '';
  if (milestone.fixed) {
    const row = { ...rowOf(milestone), reason: `is fixed: it never follows${own}` };
    return held || isBetween(milestone.day, moved, given) ? [{ group: 'fixed', row }] : [];
  }
  if (milestone.day < move.today)
    return [{ group: 'stays', row: { ...rowOf(milestone), reason: `has happened${own}` } }];
  const why = ownDay(on);
  const concerned = milestone.day >= (move.to < found.milestone.day ? move.to : found.milestone.day);
  if (why === undefined || !concerned) return [];
  return [
    {
      group: 'asked',
      row: { ...rowOf(milestone), suggestion: suggested(milestone.day, given), reason: why },
    },
  ];
}

/** Why the row doesn't follow by itself; undefined when it leans on something else that would have to move. */
export function ownDay(on: DayExpression | undefined): string | undefined {
  if (on === undefined || on.kind === 'day') return 'has a day of its own';
  if (on.kind === 'week' && on.week.from === 'start')
    return `is "${expressionWords(on)}", counted from the start`;
  return undefined;
}

/** The same shift; a working day stays one. None when it would lie in the past. */
export function suggested(day: Day, { spec, found, move }: SlipCase): Day | undefined {
  const shift = daysBetween(found.milestone.day, move.to);
  const shifted = addDays(day, shift);
  const off = isWorkingDay(day, spec.holidays) && !isWorkingDay(shifted, spec.holidays);
  const suggestion = off ? addWorkingDays(shifted, 1, spec.holidays) : shifted;
  return suggestion < move.today ? undefined : suggestion;
}

/** Whether the day lies in the stretch in which something moves. */
function isBetween(day: Day, moved: Moved, { found }: SlipCase): boolean {
  const before = new Map(found.release.milestones.map((milestone) => [milestone.id, milestone.day]));
  const days = moved.release.milestones.flatMap((milestone) => {
    const old = before.get(milestone.id);
    return old === undefined || old === milestone.day ? [] : [old, milestone.day];
  });
  return days.some((other) => other <= day) && days.some((other) => other >= day);
}

function rowOf({ id, title, day }: Milestone): Pick<SlipRow, 'kind' | 'id' | 'title' | 'from'> {
  return { kind: 'milestone', id, title, from: day };
}
