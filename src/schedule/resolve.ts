// Day expressions become days: absolute, by week of the cycle, or relative to milestones that may be relative themselves.
import { type Day, type Weekday, addDays } from '../domain/day.ts';
import type { DayExpression, WeekRef } from '../domain/day-expression.ts';
import { weekNumber, weekNumberOf } from './cycle.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

/** What every expression can lean on. `start` is the Monday of week 1. */
export interface Frame {
  readonly start: Day;
  readonly release: Day;
  readonly holidays: readonly Day[];
}

/** A day, or why there is none. `blocked`: the anchor has a problem of its own, told at the anchor. */
export type Resolution =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'unknown-anchor'; readonly anchor: string }
  | { readonly kind: 'circular'; readonly chain: readonly string[] }
  | { readonly kind: 'blocked'; readonly anchor: string }
  | { readonly kind: 'out-of-range' };

/** Resolves an expression; `self` is the milestone that it defines, if any. */
export type Resolve = (expression: DayExpression, self?: string) => Resolution;

/** The anchors that exist without being written; they always mean the frame's days. */
export const FIXED_ANCHORS = ['start', 'release'] as const;

type Offset = Extract<DayExpression, { kind: 'offset' }>;

/** A resolver for one release, given its milestones as written. Each anchor is worked out once. */
export function createResolver(frame: Frame, milestones: ReadonlyMap<string, DayExpression>): Resolve {
  const known = new Map<string, Day>(FIXED_ANCHORS.map((anchor) => [anchor, frame[anchor]]));
  return (expression, self) => {
    const walk = walkToBase(expression, self, known, milestones);
    if (walk.kind !== 'base') return walk;
    let day = baseDay(walk.on, frame);
    for (const offset of walk.offsets.toReversed()) {
      if (isWritable(day)) known.set(offset.anchor, day);
      day = shift(day, offset, frame.holidays);
    }
    return isWritable(day) ? { kind: 'day', day } : { kind: 'out-of-range' };
  };
}

interface Base {
  readonly kind: 'base';
  readonly offsets: readonly Offset[];
  readonly on: Exclude<DayExpression, Offset>;
}

/** Follows the anchors to the first that stands alone, and keeps the offsets met on the way. */
function walkToBase(
  expression: DayExpression,
  self: string | undefined,
  known: ReadonlyMap<string, Day>,
  milestones: ReadonlyMap<string, DayExpression>,
): Base | Exclude<Resolution, { kind: 'day' }> {
  const seen = new Set<string>(self === undefined ? [] : [self]);
  const offsets: Offset[] = [];
  let current = expression;
  while (current.kind === 'offset') {
    const { anchor } = current;
    offsets.push(current);
    const day = known.get(anchor);
    if (day !== undefined) return { kind: 'base', offsets, on: { kind: 'day', day } };
    const next = milestones.get(anchor);
    const first = offsets[0]?.anchor ?? anchor;
    if (next === undefined)
      return offsets.length === 1 ? { kind: 'unknown-anchor', anchor } : { kind: 'blocked', anchor: first };
    // Only the members of a loop are told about it; what leans on them is merely blocked.
    if (seen.has(anchor))
      return anchor === self
        ? { kind: 'circular', chain: [...seen, anchor] }
        : { kind: 'blocked', anchor: first };
    seen.add(anchor);
    current = next;
  }
  return { kind: 'base', offsets, on: current };
}

function shift(from: Day, { amount, unit }: Offset, holidays: readonly Day[]): Day {
  if (unit === 'working-days') return addWorkingDays(from, amount, holidays);
  return addDays(from, unit === 'weeks' ? 7 * amount : amount);
}

function baseDay(expression: Exclude<DayExpression, Offset>, frame: Frame): Day {
  if (expression.kind === 'day') return expression.day;
  return dayOfWeek(expression.week, expression.weekday, frame);
}

function dayOfWeek(week: WeekRef, weekday: Weekday | undefined, frame: Frame): Day {
  const number = weekNumberOf(week, weekNumber(frame.start, frame.release));
  const monday = addDays(frame.start, 7 * (number - 1));
  return weekday === undefined ? lastWorkingDay(monday, frame.holidays) : addDays(monday, weekday - 1);
}

/** Friday, or the last day before it that is no holiday; Friday again when the whole week is off. */
function lastWorkingDay(monday: Day, holidays: readonly Day[]): Day {
  const week = [4, 3, 2, 1, 0].map((offset) => addDays(monday, offset));
  return week.find((day) => isWorkingDay(day, holidays)) ?? addDays(monday, 4);
}

/** Days compare as text, which needs four digits of year. */
function isWritable(day: Day): boolean {
  return /^\d{4}-/.test(day);
}
