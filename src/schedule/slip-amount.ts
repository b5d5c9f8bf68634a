// The new day of a slip, as people write it: a day, or an amount such as +2w.
import { type Day, addDays, parseDay } from '../domain/day.ts';
import { type Span, parseSpan } from '../domain/span.ts';
import { addWorkingDays } from '../domain/working-days.ts';

/** The forms, for error messages. */
export const SLIP_FORMS = '2026-11-17, +2 weeks, -3d, or +5wd (working days)';

const AMOUNT = /^([+-])(.*)$/;

/** Reads a day or an amount counted from the old day; undefined when the text is neither. */
export function slipDay(text: string, from: Day, holidays: readonly Day[]): Day | undefined {
  const source = text.trim();
  const absolute = parseDay(source);
  if (absolute !== undefined) return absolute;
  const [, sign, length = ''] = AMOUNT.exec(source) ?? [];
  const span = sign === undefined ? undefined : parseSpan(length);
  if (span === undefined) return undefined;
  // Beyond the year 9999 a day can't be written.
  return parseDay(shifted(from, span, sign === '-' ? -1 : 1, holidays));
}

function shifted(from: Day, { amount, unit }: Span, sign: 1 | -1, holidays: readonly Day[]): Day {
  const count = sign * amount;
  if (unit === 'working-days') return addWorkingDays(from, count, holidays);
  return addDays(from, unit === 'weeks' ? 7 * count : count);
}
