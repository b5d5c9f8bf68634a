// The new day of a slip, as people write it: a day, or an amount such as +2w.
import { type Day, addDays, parseDay } from '../domain/day.ts';
import { addWorkingDays } from './working-days.ts';

/** The forms, for error messages. */
export const SLIP_FORMS = '2026-11-17, +2w, -3d or +5wd (working days)';

const AMOUNT = /^([+-])\s*(\d{1,3})\s*(wd|w|d|working days?|weeks?|days?)$/i;

/** Reads a day or an amount counted from the old day; undefined when the text is neither. */
export function slipDay(text: string, from: Day, holidays: readonly Day[]): Day | undefined {
  const source = text.trim();
  const absolute = parseDay(source);
  if (absolute !== undefined) return absolute;
  const match = AMOUNT.exec(source);
  if (match === null) return undefined;
  const count = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  const unit = (match[3] ?? '').toLowerCase();
  // Beyond the year 9999 a day can't be written.
  return parseDay(shifted(from, count, unit, holidays));
}

function shifted(from: Day, count: number, unit: string, holidays: readonly Day[]): Day {
  if (unit === 'wd' || unit.startsWith('working')) return addWorkingDays(from, count, holidays);
  return addDays(from, unit.startsWith('w') ? 7 * count : count);
}
