// Decoders of lengths of time: as they are, in working days, in calendar days, in whole weeks.
import type * as z from 'zod';
import {
  SPAN_FORMS,
  SPAN_UNITS,
  type Span,
  TIME_SPAN_UNITS,
  type TimeSpan,
  parseSpan,
  parseTimeSpan,
} from '../../domain/span.ts';
import { quoted } from '../yaml/hidden.ts';
import { type Reading, scalar } from './scalar.ts';

const FIX = `Write a number and a unit: ${SPAN_FORMS}.`;

/** `1 week`, `2d`, `3 working days`. */
export function duration(): z.ZodType<Span> {
  return spanOf((span) => ({ value: span }));
}

/** How long before a deadline, in hours too: `4 hours`, `2 days`; `0 days` is the day itself. */
export function timeBefore(): z.ZodType<TimeSpan> {
  const fix = `Write a number and a unit: ${SPAN_FORMS.replace(', or ', ', 4 hours, or ')}. 0 days is the day itself.`;
  return scalar<TimeSpan>({
    fix,
    json: { type: 'string', pattern: `^\\d{1,3}${TIME_SPAN_UNITS}$` },
    read: (value) => {
      const span = parseTimeSpan(value);
      if (span !== undefined && (span.amount > 0 || span.unit !== 'hours')) return { value: span };
      return { code: 'bad-duration', message: `${quoted(value)} is not a length of time.`, fix };
    },
  });
}

/** The same, or hours: `6 hours`, `48h`. */
export function timeSpan(): z.ZodType<TimeSpan> {
  const fix = `Write a number and a unit: 6 hours, ${SPAN_FORMS}.`;
  return scalar<TimeSpan>({
    fix,
    json: { type: 'string', pattern: `^[1-9]\\d{0,2}${TIME_SPAN_UNITS}$` },
    read: (value) => {
      const span = parseTimeSpan(value);
      if (span !== undefined && span.amount > 0) return { value: span };
      return { code: 'bad-duration', message: `${quoted(value)} is not a length of time.`, fix };
    },
  });
}

/** In working days: where a key counts these, a day is a working day and a week has five. */
export function workingDays(): z.ZodType<number> {
  return spanOf(inWorkingDays);
}

/** The same, or `no`. */
export function workingDaysOrNo(): z.ZodType<number | 'no'> {
  return scalar<number | 'no'>({
    fix: `${FIX.slice(0, -1)}; or no.`,
    json: { type: 'string', pattern: `^(no|[1-9]\\d{0,2}${SPAN_UNITS})$` },
    read: (value) =>
      /^no$/i.test(value) ? { value: 'no' } : readSpan<number | 'no'>(value, inWorkingDays, ' Or write no.'),
  });
}

/** In calendar days. */
export function calendarDays(): z.ZodType<number> {
  return spanOf(({ amount, unit }) => {
    if (unit !== 'working-days') return { value: unit === 'weeks' ? amount * 7 : amount };
    const fix = 'Write days or weeks, for example 1 week or 3 days.';
    return { code: 'bad-duration', message: 'Only calendar days are counted here.', fix };
  });
}

/** A rhythm in whole weeks: `1 week`, `2w`, `14 days`. */
export function everyWeeks(): z.ZodType<{ readonly weeks: number }> {
  const fix = 'Write whole weeks, for example 1 week or 2 weeks.';
  return scalar<{ readonly weeks: number }>({
    fix,
    json: { type: 'string', pattern: `^[1-9]\\d{0,2}${SPAN_UNITS}$` },
    read: (value) => {
      const span = parseSpan(value);
      const weeks = span === undefined ? 0 : weeksOf(span);
      if (weeks >= 1 && weeks <= 99 && Number.isInteger(weeks)) return { value: { weeks } };
      return { code: 'bad-rhythm', message: `${quoted(value)} is not a rhythm in whole weeks.`, fix };
    },
  });
}

/** Working days make no whole weeks. */
function weeksOf({ amount, unit }: Span): number {
  if (unit === 'working-days') return 0;
  return unit === 'weeks' ? amount : amount / 7;
}

function inWorkingDays({ amount, unit }: Span): { readonly value: number } {
  return { value: unit === 'weeks' ? amount * 5 : amount };
}

function spanOf<T>(decode: (span: Span) => Reading<T>): z.ZodType<T> {
  return scalar<T>({
    fix: FIX,
    json: { type: 'string', pattern: `^[1-9]\\d{0,2}${SPAN_UNITS}$` },
    read: (value) => readSpan(value, decode),
  });
}

function readSpan<T>(value: string, decode: (span: Span) => Reading<T>, also = ''): Reading<T> {
  const span = parseSpan(value);
  if (span !== undefined && span.amount >= 1) return decode(span);
  return { code: 'bad-duration', message: `${quoted(value)} is not a length of time.`, fix: `${FIX}${also}` };
}

const MINUTES = /^([1-9]\d{0,2})\s*(m|min|minutes?|h|hours?)$/i;

/** In minutes: `15 minutes`, `2 hours`. */
export function minutes(): z.ZodType<number> {
  const fix = 'Write a number and a unit: 15 minutes, or 2 hours.';
  return scalar<number>({
    fix,
    json: { type: 'string', pattern: String.raw`^[1-9]\d{0,2}\s*(m|min|minutes?|h|hours?)$` },
    read: (value) => {
      const [, amount, unit = ''] = MINUTES.exec(value.trim()) ?? [];
      if (amount !== undefined)
        return { value: Number(amount) * (unit.toLowerCase().startsWith('h') ? 60 : 1) };
      return { code: 'bad-duration', message: `${quoted(value)} is not a length of time.`, fix };
    },
  });
}
