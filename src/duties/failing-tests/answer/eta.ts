// Reads the day by which people say that something will be mended.
import { type Day, addDays, parseWeekday, weekdayOf } from '../../../domain/day.ts';
import { slipDay } from '../../../schedule/slip-amount.ts';

/** The forms, for answers. */
export const ETA_FORMS = 'today, tomorrow, friday, 2026-11-12, 2 days, or 3wd (working days)';

/** Further away than that nobody can tell. */
const FURTHEST = 120;

/** A day from today on; undefined when the text is none, or one that is over or too far away. */
export function etaDay(text: string, today: Day, holidays: readonly Day[]): Day | undefined {
  const day = read(text.trim().toLowerCase(), today, holidays);
  return day === undefined || day < today || day > addDays(today, FURTHEST) ? undefined : day;
}

function read(text: string, today: Day, holidays: readonly Day[]): Day | undefined {
  if (text === 'today') return today;
  if (text === 'tomorrow') return addDays(today, 1);
  const weekday = /^[a-z]+$/.test(text) ? parseWeekday(text) : undefined;
  // The day of that name which comes next: said on a Friday, friday is in a week.
  if (weekday !== undefined) return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
  return slipDay(/^\d+\s*[a-z]/.test(text) ? `+${text}` : text, today, holidays);
}
