// Milestones of a slip, sorted: what moves, was missed, is asked, is past, is fixed, and keeps its day.
import { type Day, addDays, daysBetween } from '../domain/day.ts';
import type { DayExpression } from '../domain/day-expression.ts';
import type { Milestone } from '../domain/release.ts';
import type { SlipGroup, SlipRow } from '../domain/slip.ts';
import type { MilestoneSpec, ScheduleSpec } from '../domain/spec.ts';
import { writtenMilestones } from './build-milestones.ts';
import { isAround, isDone } from './slip-around.ts';
import type { Moved } from './slip-edits.ts';
import { anchorsOf } from './slip-leans.ts';
import { expressionWords } from './slip-reason.ts';
import { type Named, type Target, nearestNamed } from './slip-target.ts';
import { addWorkingDays, isWorkingDay } from '../domain/working-days.ts';

/** A row with the group that it belongs to. */
export interface Sorted {
  readonly group: SlipGroup;
  readonly row: SlipRow;
}

/** What every row is held against. */
export interface SlipCase {
  readonly spec: ScheduleSpec;
  readonly target: Target;
  readonly moved: Moved;
}

const PAST = 'past';
const AHEAD = 'ahead, not near what moves';

/** All milestones of the release, each once. */
export function milestoneRows(given: SlipCase): Sorted[] {
  const { target, moved, spec } = given;
  const after = new Map(moved.release.milestones.map(({ id, day }) => [id, day]));
  const written = writtenMilestones(spec, target.written);
  const named = new Map(target.named.map((one) => [one.milestone.id, one]));
  const rows = target.release.milestones.map((milestone): Sorted => {
    const to = after.get(milestone.id) ?? milestone.day;
    const on = milestone.id === 'release' ? undefined : written.get(milestone.id)?.on;
    const own = named.get(milestone.id);
    if (own !== undefined) return namedRow(own, on, given);
    if (to !== milestone.day) return followingRow(milestone, to, on, given);
    return restingRow(milestone, on, given);
  });
  return [...withoutFollowers(rows, written, given), ...firstRows(written, given)];
}

/** What has its first day with the move: named for it, or counted from one that is. */
function firstRows(written: ReadonlyMap<string, MilestoneSpec>, { target, moved }: SlipCase): Sorted[] {
  const before = new Set(target.release.milestones.map(({ id }) => id));
  const given = new Set(target.firsts.map(({ id }) => id));
  return moved.release.milestones
    .filter(({ id, event }) => !before.has(id) && event === undefined)
    .map(({ id, title, day: to }): Sorted => {
      const reason = given.has(id) ? 'is given its first day' : followWords(written.get(id)?.on);
      return { group: 'moves', row: { kind: 'milestone', id, title, to, reason } };
    });
}

function namedRow({ milestone, to }: Named, on: DayExpression | undefined, given: SlipCase): Sorted {
  const { today } = given.target;
  const missed = milestone.day < today;
  const follows = !isEdited(milestone, given) && on !== undefined;
  const reason = follows
    ? followWords(on)
    : missed
      ? 'did not happen on its day, so it may move'
      : to < today
        ? 'is written down on a day that is past'
        : 'is given a new day';
  return { group: missed ? 'missed' : 'moves', row: { ...rowOf(milestone), to, reason } };
}

/** What leans on a missed milestone was missed with it. */
function followingRow(
  milestone: Milestone,
  to: Day,
  on: DayExpression | undefined,
  { target }: SlipCase,
): Sorted {
  const reason = followWords(on);
  const group = milestone.day < target.today ? 'missed' : 'moves';
  return { group, row: { ...rowOf(milestone), to, reason } };
}

function restingRow(milestone: Milestone, on: DayExpression | undefined, given: SlipCase): Sorted {
  const { spec, target, moved } = given;
  const held = isEdited(milestone, given);
  const own = held ? ' and gets a day of its own' : '';
  const row = (reason: string): SlipRow => ({ ...rowOf(milestone), reason });
  const asking = (reason: string): SlipRow => ({
    ...row(reason),
    suggestion: suggested(milestone.day, given),
  });
  if (milestone.fixed)
    return held || isBetween(milestone.day, moved, given)
      ? { group: 'fixed', row: row(`is fixed: it never follows${own}`) }
      : { group: 'keeps', row: row('fixed') };
  if (isDone(spec, milestone, target)) return { group: 'stays', row: row(`has its tasks done${own}`) };
  const past = milestone.day < target.today;
  if (!held && !isAround(milestone, target)) return { group: 'keeps', row: row(past ? PAST : AHEAD) };
  if (past)
    return {
      group: 'unsure',
      row: asking(`nothing says it happened${held ? '; gets a day of its own' : ''}`),
    };
  if (milestone.ask === true) return { group: 'asked', row: asking(`is to be asked about${own}`) };
  if (milestone.day === target.today) return { group: 'unsure', row: asking('is today') };
  return { group: 'asked', row: asking(ownDay(on) ?? followWords(on)) };
}

function followWords(on: DayExpression | undefined): string {
  return on === undefined ? 'follows' : `is "${expressionWords(on)}"`;
}

function isEdited({ id }: Milestone, { moved }: SlipCase): boolean {
  return moved.edits.some((edit) => edit.milestone === id && edit.follows !== true);
}

/**
 * Whoever moves what is asked about moves what leans on it too: one question is enough. What is past only moves with
 * what did not happen on its day either, so with nothing that lies behind it.
 */
function withoutFollowers(
  rows: readonly Sorted[],
  written: ReadonlyMap<string, MilestoneSpec>,
  { target, moved }: SlipCase,
): Sorted[] {
  const asked = new Map(
    rows.flatMap(({ group, row }) => (group === 'asked' || group === 'unsure' ? [[row.id, row.from]] : [])),
  );
  return rows.map((sorted): Sorted => {
    const { id, kind, title, from } = sorted.row;
    const isAlone = moved.edits.some((edit) => edit.milestone === id) || written.get(id)?.ask === true;
    if (isAlone || (!asked.has(id) && sorted.row.reason !== AHEAD)) return sorted;
    const anchors = anchorsOf(id, written, target.written);
    const own = anchors.includes('start') ? anchors.slice(0, anchors.indexOf('start')) : anchors;
    const isPast = from !== undefined && from < target.today;
    const anchor = own.find((one) => asked.has(one) && !(isPast && (asked.get(one) ?? from) > from));
    return anchor === undefined
      ? sorted
      : { group: 'keeps', row: { kind, id, title, from, reason: `moves with ${anchor}, if that moves` } };
  });
}

/** Why the row doesn't follow by itself; undefined when it leans on another milestone. */
export function ownDay(on: DayExpression | undefined): string | undefined {
  if (on === undefined || on.kind === 'day') return 'has a day of its own';
  if (on.kind === 'week' && on.week.from === 'start')
    return `is "${expressionWords(on)}", counted from the start`;
  return undefined;
}

/** The shift of what moves next to it; a working day stays one, and none lies in the past. Absent: the day it has. */
export function suggested(day: Day, { spec, target }: SlipCase): Day | undefined {
  const near = nearestNamed(target, day);
  if (near === undefined) return undefined;
  const shifted = addDays(day, daysBetween(near.milestone.day, near.to));
  const suggestion = shifted < target.today ? target.today : shifted;
  const off = isWorkingDay(day, spec.holidays) && !isWorkingDay(suggestion, spec.holidays);
  const found = off ? addWorkingDays(suggestion, 1, spec.holidays) : suggestion;
  return found === day ? undefined : found;
}

/** Whether the day lies in the stretch in which something moves. */
function isBetween(day: Day, moved: Moved, { target }: SlipCase): boolean {
  const before = new Map(target.release.milestones.map((milestone) => [milestone.id, milestone.day]));
  const days = moved.release.milestones.flatMap((milestone) => {
    const old = before.get(milestone.id);
    return old === undefined || old === milestone.day ? [] : [old, milestone.day];
  });
  return days.some((other) => other <= day) && days.some((other) => other >= day);
}

function rowOf({ id, title, day }: Milestone): Pick<SlipRow, 'kind' | 'id' | 'title' | 'from'> {
  return { kind: 'milestone', id, title, from: day };
}
