// Decoders of lengths of time: as they are, in working days, in calendar days, in whole weeks.
import type * as z from 'zod';
import {
  HOUR_UNITS,
  SPAN_FORMS,
  SPAN_UNITS,
  type Span,
  type TimeSpan,
  parseSpan,
  parseTimeSpan,
} from '../../domain/span.ts';
import { quoted } from '../yaml/hidden.ts';
import { type Reading, scalar } from './scalar.ts';

const FIX = `Write a number and a unit: ${SPAN_FORMS}.`;

/** What a key takes beside a plain length of time. */
interface Limits {
  /** The least amount; 1 unless it says otherwise. */
  readonly from?: 0 | 1;
}

/** `1 week`, `2d`, `3 working days`. */
export function duration({ from = 1 }: Limits = {}): z.ZodType<Span> {
  return spanOf(from, (span) => ({ value: span }));
}

/** The same, or hours: `6 hours`, `48h`. */
export function timeSpan(): z.ZodType<TimeSpan> {
  const fix = `Write a number and a unit: 6 hours, ${SPAN_FORMS}.`;
  return scalar<TimeSpan>({
    fix,
    json: { type: 'string', pattern: `^[1-9]\\d{0,2}(${SPAN_UNITS}|${HOUR_UNITS})$` },
    read: (value) => {
      const span = parseTimeSpan(value);
      if (span !== undefined && span.amount > 0) return { value: span };
      return { code: 'bad-duration', message: `${quoted(value)} is not a length of time.`, fix };
    },
  });
}

/** In working days: where a key counts these, a day is a working day and a week has five. */
export function workingDays(): z.ZodType<number> {
  return spanOf(1, inWorkingDays);
}

/** The same, or `no`. */
export function workingDaysOrNo(): z.ZodType<number | 'no'> {
  return scalar<number | 'no'>({
    fix: `${FIX.slice(0, -1)}; or no.`,
    json: { type: 'string', pattern: `^(no|[1-9]\\d{0,2}${SPAN_UNITS})$` },
    read: (value) =>
      /^no$/i.test(value)
        ? { value: 'no' }
        : readSpan<number | 'no'>(value, 1, inWorkingDays, ' Or write no.'),
  });
}

/** In calendar days. */
export function calendarDays(): z.ZodType<number> {
  return spanOf(1, ({ amount, unit }) => {
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

function spanOf<T>(from: 0 | 1, decode: (span: Span) => Reading<T>): z.ZodType<T> {
  const also = from === 0 ? ' 0 days is the day itself.' : '';
  return scalar<T>({
    fix: `${FIX}${also}`,
    json: {
      type: 'string',
      pattern: `^${from === 0 ? '' : '[1-9]'}\\d{${from === 0 ? '1,3' : '0,2'}}${SPAN_UNITS}$`,
    },
    read: (value) => readSpan(value, from, decode, also),
  });
}

function readSpan<T>(
  value: string,
  from: 0 | 1,
  decode: (span: Span) => Reading<T>,
  also: string,
): Reading<T> {
  const span = parseSpan(value);
  if (span !== undefined && span.amount >= from) return decode(span);
  return { code: 'bad-duration', message: `${quoted(value)} is not a length of time.`, fix: `${FIX}${also}` };
}
