// The three ways to write a day: absolute, relative to a milestone, or by week of the cycle; the second may have a time of day.
import { type TimeSpan, parseTimeSpan } from './span.ts';
import { type Day, type Weekday, parseDay, parseWeekday } from './day.ts';

/** A week counted from the start of the cycle (`week 5`) or from the release week (`week R-3`). */
export type WeekRef =
  | { readonly from: 'start'; readonly number: number }
  | { readonly from: 'release'; readonly offset: number };

export type DayExpression =
  | { readonly kind: 'day'; readonly day: Day }
  | {
      readonly kind: 'offset';
      readonly anchor: string;
      readonly amount: number;
      readonly unit: OffsetUnit;
      /** Time of day from which it counts, `14:00` in the anchor's zone; absent: that of the anchor, if it has one. */
      readonly clock?: string;
    }
  | { readonly kind: 'week'; readonly week: WeekRef; readonly weekday?: Weekday }
  /** Nobody knows the day yet. */
  | { readonly kind: 'later' };

/** Hours need a time of day to count from. */
export type OffsetUnit = TimeSpan['unit'];

/** In place of a day that nobody knows yet; no milestone has this name. */
export const LATER = 'later';

/** The forms, for error messages. */
export const DAY_FORMS = '2026-11-03, "rc1 - 1 week", "release - 10 working days" or "week 5 friday"';

const OFFSET = /^([a-z0-9][a-z0-9.-]*)(?:\s+at\s+((?:[01]\d|2[0-3]):[0-5]\d))?(?:\s+([+-])\s*(\d.*))?$/;
const WEEK = /^week\s+(\S+)(?:\s+([a-z]+))?$/;

/** Reads one of the forms; undefined when the text is none of them. */
export function parseDayExpression(text: string): DayExpression | undefined {
  const source = text.trim();
  const absolute = parseDay(source);
  if (absolute !== undefined) return { kind: 'day', day: absolute };
  if (source.toLowerCase() === LATER) return { kind: 'later' };
  return parseWeekForm(source.toLowerCase()) ?? parseOffsetForm(source.toLowerCase());
}

/** Reads `5`, `R-3`, `R` or `R+1`. */
export function parseWeekRef(text: string): WeekRef | undefined {
  if (/^[1-9]\d?$/.test(text)) return { from: 'start', number: Number(text) };
  const counted = /^r(?:([+-])(\d{1,2}))?$/i.exec(text);
  if (counted === null) return undefined;
  const offset = Number(counted[2] ?? 0);
  return { from: 'release', offset: counted[1] === '-' && offset > 0 ? -offset : offset };
}

function parseWeekForm(source: string): DayExpression | undefined {
  const match = WEEK.exec(source);
  const week = match?.[1] === undefined ? undefined : parseWeekRef(match[1]);
  if (match === null || week === undefined) return undefined;
  if (match[2] === undefined) return { kind: 'week', week };
  const weekday = parseWeekday(match[2]);
  return weekday === undefined ? undefined : { kind: 'week', week, weekday };
}

function parseOffsetForm(source: string): DayExpression | undefined {
  const match = OFFSET.exec(source);
  const anchor = match?.[1];
  // What looks like a date is a date that failed, never the name of a milestone.
  if (match === null || anchor === undefined || /^[\d.-]+$/.test(anchor) || /^\d{4}-\d/.test(anchor))
    return undefined;
  const [, , clock, sign, length] = match;
  const span = length === undefined ? { amount: 0, unit: 'days' as const } : parseTimeSpan(length);
  if (span === undefined) return undefined;
  const amount = sign === '-' && span.amount > 0 ? -span.amount : span.amount;
  return { kind: 'offset', anchor, amount, unit: span.unit, ...(clock === undefined ? {} : { clock }) };
}
