// The cron lines of a workflow's schedule: five fields, as GitHub reads them.
// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
import { type Day, weekdayOf } from '../domain/day.ts';

export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  /** With both of them limited, a day fits when one of them does. */
  readonly limits: 'none' | 'month days' | 'weekdays' | 'both';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Undefined for what GitHub does not take: other than five fields, names and numbers out of range, `@daily`. */
export function parseCron(text: string): Cron | undefined {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute = '', hour = '', monthDay = '', month = '', weekday = ''] = fields;
  const minutes = parseField(minute, 0, 59);
  const hours = parseField(hour, 0, 23);
  const monthDays = parseField(monthDay, 1, 31);
  const months = parseField(month, 1, 12, MONTHS);
  const weekdays = parseField(weekday, 0, 6, WEEKDAYS);
  if (!minutes || !hours || !monthDays || !months || !weekdays) return undefined;
  return { minutes, hours, monthDays, months, weekdays, limits: limitsOf(monthDay, weekday) };
}

function limitsOf(monthDay: string, weekday: string): Cron['limits'] {
  if (monthDay.startsWith('*')) return weekday.startsWith('*') ? 'none' : 'weekdays';
  return weekday.startsWith('*') ? 'month days' : 'both';
}

/** Sorted numbers of `1-5,8`, `*`, `0/15` or `MON-FRI`; `names` begin at `least`. */
function parseField(
  text: string,
  least: number,
  most: number,
  names: readonly string[] = [],
): number[] | undefined {
  const numberOf = (word: string): number => {
    const index = names.indexOf(word.toLowerCase());
    if (index >= 0) return index + least;
    return /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  };
  const parts = text.split(',').map((part) => {
    const [range = '', step = '1', more] = part.split('/');
    const [from = '', to, further] = range.split('-');
    const start = range === '*' ? least : numberOf(from);
    const open = range === '*' || part.includes('/') ? most : start;
    const end = to === undefined ? open : numberOf(to);
    const by = /^[1-9]\d?$/.test(step) ? Number(step) : Number.NaN;
    const isWell = more === undefined && further === undefined && start >= least && end <= most && by >= 1;
    if (!isWell || start > end) return undefined;
    return Array.from({ length: Math.floor((end - start) / by) + 1 }, (_, index) => start + index * by);
  });
  if (parts.includes(undefined)) return undefined;
  return [...new Set(parts.flatMap((part) => part ?? []))].toSorted((a, b) => a - b);
}

/** The times of a day, as `08:17`, on the clock of the schedule. */
export function firesOn(cron: Cron, of: Day): string[] {
  const [, month = 0, monthDay = 0] = of.split('-').map(Number);
  const inMonth = cron.monthDays.includes(monthDay);
  const inWeek = cron.weekdays.includes(weekdayOf(of) % 7);
  const fits = cron.limits === 'both' ? inMonth || inWeek : inMonth && inWeek;
  if (!fits || !cron.months.includes(month)) return [];
  return cron.hours.flatMap((hour) =>
    cron.minutes.map((minute) => `${twoDigits(hour)}:${twoDigits(minute)}`),
  );
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
