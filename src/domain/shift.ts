// Where a date goes that falls on a day off.
import type { Day } from './day.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

/** The forms, in configs. */
export const SHIFTS = ['next working day', 'previous working day'] as const;

export type Shift = (typeof SHIFTS)[number];

/** The day itself where people work on it, or where nothing shifts. */
export function shiftDay(day: Day, shift: Shift | undefined, holidays: readonly Day[]): Day {
  if (shift === undefined || isWorkingDay(day, holidays)) return day;
  return addWorkingDays(day, shift === 'next working day' ? 1 : -1, holidays);
}
