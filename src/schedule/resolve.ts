// Day expressions become days: absolute, by week of the cycle, or relative to milestones that may be relative themselves.
import { type Day, type Weekday, addDays } from '../domain/day.ts';
import type { DayExpression, WeekRef } from '../domain/day-expression.ts';
import { weekNumber, weekNumberOf } from './cycle.ts';
import { type ClockOf, type Moment, moveBy, shifted } from './move-by.ts';
import { isWorkingDay } from '../domain/working-days.ts';

/** What every expression can lean on. `start` is the Monday of week 1. */
export interface Frame {
  readonly start: Day;
  readonly release: Day;
  readonly holidays: readonly Day[];
}

/**
 * A day, with an instant where the expression has a time of day, or why there is none. `blocked`: the anchor has a
 * problem of its own, told at the anchor. `no-time`: hours are counted from a day without a time.
 */
export type Resolution =
  | ({ readonly kind: 'day' } & Moment)
  | { readonly kind: 'unknown-anchor'; readonly anchor: string }
  | { readonly kind: 'circular'; readonly chain: readonly string[] }
  | { readonly kind: 'blocked'; readonly anchor: string }
  | { readonly kind: 'no-time'; readonly anchor: string }
  /** Its day, or that of a milestone that it is counted from, is not known yet. */
  | { readonly kind: 'later' }
  | { readonly kind: 'out-of-range' };

/** Resolves an expression; `self` is the milestone that it defines, if any. */
export type Resolve = (expression: DayExpression, self?: string) => Resolution;

/** The anchors that exist without being written; they always mean the frame's days. */
export const FIXED_ANCHORS = ['start', 'release'] as const;

type Offset = Extract<DayExpression, { kind: 'offset' }>;

/** A resolver for one release, given its milestones as written. Each anchor is worked out once. */
export function createResolver(
  frame: Frame,
  milestones: ReadonlyMap<string, DayExpression>,
  clockOf: ClockOf,
): Resolve {
  const known = new Map<string, Moment>(FIXED_ANCHORS.map((anchor) => [anchor, { day: frame[anchor] }]));
  return (expression, self) => {
    const walk = walkToBase(expression, self, known, milestones);
    if (walk.kind !== 'base') return walk;
    const { offsets } = walk;
    if ('kind' in walk.on && walk.on.kind === 'later') return { kind: 'later' };
    const around = { holidays: frame.holidays, clockOf };
    const last = offsets.at(-1)?.anchor ?? self;
    let moment = 'kind' in walk.on ? shifted({ day: baseDay(walk.on, frame) }, last, around) : walk.on;
    for (const [index, offset] of [...offsets.entries()].toReversed()) {
      if (!isWritable(moment.day)) return { kind: 'out-of-range' };
      known.set(offset.anchor, moment);
      const target = index === 0 ? self : offsets[index - 1]?.anchor;
      const moved = moveBy(moment, offset, { ...around, target });
      if (moved === undefined)
        return index === 0 ? { kind: 'no-time', anchor: offset.anchor } : blockedBy(offsets[0]);
      moment = shifted(moved, target, around);
    }
    return isWritable(moment.day) ? { kind: 'day', ...moment } : { kind: 'out-of-range' };
  };
}

function blockedBy(first: Offset | undefined): Resolution {
  return { kind: 'blocked', anchor: first?.anchor ?? '' };
}

interface Base {
  readonly kind: 'base';
  readonly offsets: readonly Offset[];
  readonly on: Exclude<DayExpression, Offset> | Moment;
}

/** Follows the anchors to the first that stands alone, and keeps the offsets met on the way. */
function walkToBase(
  expression: DayExpression,
  self: string | undefined,
  known: ReadonlyMap<string, Moment>,
  milestones: ReadonlyMap<string, DayExpression>,
): Base | Exclude<Resolution, { kind: 'day' }> {
  const seen = new Set<string>(self === undefined ? [] : [self]);
  const offsets: Offset[] = [];
  let current = expression;
  while (current.kind === 'offset') {
    const { anchor } = current;
    offsets.push(current);
    const moment = known.get(anchor);
    if (moment !== undefined) return { kind: 'base', offsets, on: moment };
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

function baseDay(expression: Exclude<DayExpression, Offset | { kind: 'later' }>, frame: Frame): Day {
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
