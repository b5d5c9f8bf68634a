// Decoders of time: days, the three ways to write a day, weeks, weekdays, zones.
import type * as z from 'zod';
import {
  DAY_FORMS,
  type DayExpression,
  type WeekRef,
  parseDayExpression,
  parseWeekRef,
} from '../../domain/day-expression.ts';
import {
  ANYWHERE_ON_EARTH,
  type Day,
  type Weekday,
  isZone,
  parseDay,
  parseWeekday,
} from '../../domain/day.ts';
import { TIME_SPAN_UNITS } from '../../domain/span.ts';
import { nearest } from '../../domain/nearest.ts';
import { quoted } from '../yaml/hidden.ts';
import { dayExpressionMistake, dayMistake, isShortOffset } from './day-mistake.ts';
import { type Reading, scalar } from './scalar.ts';
import { pattern } from './text.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** `2026-11-03`. */
export function day(): z.ZodType<Day> {
  return scalar<Day>({
    fix: 'Write a day as YYYY-MM-DD, for example 2026-11-03.',
    json: { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    read: (value) => {
      const parsed = parseDay(value);
      return parsed === undefined ? dayMistake(value) : { value: parsed };
    },
  });
}

/** How to write a day, for a key that has none. */
export const DAY_FIX = `Write a day as ${DAY_FORMS}.`;

/** A day in one of the three ways: absolute, relative to a milestone, by week. */
export function dayExpression(): z.ZodType<DayExpression> {
  return scalar<DayExpression>({
    fix: DAY_FIX,
    json: {
      type: 'string',
      pattern: `^(\\d{4}-\\d{2}-\\d{2}|week\\s+(\\d{1,2}|[Rr]([+-]\\d{1,2})?)(\\s+[A-Za-z]+)?|[A-Za-z][A-Za-z0-9.-]*(\\s+at\\s+\\d{2}:\\d{2})?(\\s+[+-]\\s*\\d{1,3}${TIME_SPAN_UNITS})?)$`,
    },
    read: (value) => {
      const parsed = isShortOffset(value) ? undefined : parseDayExpression(value);
      return parsed === undefined ? dayExpressionMistake(value) : { value: parsed };
    },
  });
}

/** `17:00`. */
export function clock(): z.ZodType<string> {
  return pattern({
    pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
    code: 'bad-time',
    what: 'a time of day',
    fix: 'Write hours and minutes on a 24-hour clock, for example 17:00.',
    suggest: (value) => {
      const [, hours = '', minutes = '00', half = ''] =
        /^(\d{1,2})(?::(\d\d))?\s*([ap]m)?$/i.exec(value) ?? [];
      const number = half === '' ? Number(hours) : Number(hours) % 12;
      const hour = number + (half.toLowerCase() === 'pm' ? 12 : 0);
      return hours === '' ? undefined : `${String(hour).padStart(2, '0')}:${minutes}`;
    },
  });
}

/** `5`, `R-3`, `R` or `R+1`. */
export function weekRef(): z.ZodType<WeekRef> {
  const fix = 'Write a week as 5 (counted from the start), R-3 (before the release week), R or R+1.';
  return scalar<WeekRef>({
    fix,
    json: {
      anyOf: [
        { type: 'integer', minimum: 1, maximum: 99 },
        { type: 'string', pattern: '^([1-9]\\d?|[Rr]([+-]\\d{1,2})?)$' },
      ],
    },
    read: (value) => {
      const parsed = parseWeekRef(value.replace(/^week\s+/i, ''));
      if (parsed !== undefined) return { value: parsed };
      return { code: 'bad-week', message: `${quoted(value)} is not a week of the cycle.`, fix };
    },
  });
}

/** `friday` or `fri`. */
export function weekday(): z.ZodType<Weekday> {
  return scalar<Weekday>({
    fix: 'Write monday to sunday.',
    json: { type: 'string', enum: WEEKDAYS },
    read: (value) => {
      const parsed = parseWeekday(value);
      if (parsed !== undefined) return { value: parsed };
      const guess = nearest(value, WEEKDAYS);
      return {
        code: 'bad-weekday',
        message: `${quoted(value)} is not a day of the week.`,
        fix: guess === undefined ? 'Write monday to sunday.' : `Did you mean ${guess}?`,
      };
    },
  });
}

/** An IANA zone, `UTC`, or `AoE` for the last place on earth where a day ends. */
export function zone(): z.ZodType<string> {
  return scalar({
    fix: 'Write a name such as Europe/Berlin, UTC or AoE (anywhere on earth).',
    json: { type: 'string', pattern: '^[A-Za-z]' },
    read: readZone,
  });
}

function readZone(value: string): Reading<string> {
  if (value.toLowerCase() === 'aoe') return { value: ANYWHERE_ON_EARTH };
  // Offsets such as +01:00 are zones on some runtimes only, and don't follow summer time.
  if (/^[a-z]/i.test(value) && isZone(value)) return { value };
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const city = `/${value.split('/').at(-1) ?? ''}`.toLowerCase();
  const guess = zones.find((known) => known.toLowerCase().endsWith(city)) ?? nearest(value, zones);
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  return {
    code: 'unknown-zone',
    message: `${quoted(value)} is not a time zone.`,
    fix: `Write a name such as Europe/Berlin, UTC or AoE (anywhere on earth).${hint}`,
  };
}
