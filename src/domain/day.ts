// Calendar days without a zone, instants, and the only door between the two.
import { offsetAt } from './zone.ts';

export { ANYWHERE_ON_EARTH, isZone } from './zone.ts';

/** A calendar day `YYYY-MM-DD`, without a zone. Days compare correctly as text. */
export type Day = string & { readonly __brand: 'Day' };

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly __brand: 'Instant' };

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Reads `YYYY-MM-DD` strictly; `2026-02-31`, `2026-2-3` and the first century give undefined. */
export function parseDay(text: string): Day | undefined {
  if (!/^(?!00)\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  const isThere = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
  return isThere ? (text as Day) : undefined;
}

/** A day known to be well written, as in code and tests; throws RangeError otherwise. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

const MILLISECONDS_A_DAY = 86_400_000;

export function addDays(from: Day, count: number): Day {
  return new Date(midnightOf(from) + count * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as Day;
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return (midnightOf(b) - midnightOf(a)) / MILLISECONDS_A_DAY;
}

/** The UTC midnight that begins the day: days are counted on UTC, where each has 24 hours. */
function midnightOf(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`);
}

export function weekdayOf(of: Day): Weekday {
  return (new Date(midnightOf(of)).getUTCDay() || 7) as Weekday;
}

/** The Monday of the week that holds the day. */
export function mondayOf(of: Day): Day {
  return addDays(of, 1 - weekdayOf(of));
}

/** The ISO week of a day: `2020-w10`. Weeks begin on Mondays and belong to the year of their Thursday. */
export function isoWeekOf(of: Day): string {
  const thursday = addDays(mondayOf(of), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01` as Day, thursday) / 7) + 1;
  return `${year}-w${String(number).padStart(2, '0')}`;
}

/** Reads `friday` or `fri`, in any case; `tues` and `thurs` too. */
export function parseWeekday(text: string): Weekday | undefined {
  const word = text.toLowerCase();
  const index = word.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(word));
  return index < 0 ? undefined : ((index + 1) as Weekday);
}

/** `Friday`. */
export function weekdayName(weekday: Weekday): string {
  const name = WEEKDAYS[weekday - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day in words; of dayjs' patterns `YYYY`, `MMM`, `MM`, `DD`, `D` and `ddd`. A body names hundreds of days. */
export function formatDay(of: Day, pattern: string): string {
  return pattern.replaceAll(/YYYY|MMM?|DD?|ddd/g, (token) => partOf(of, token));
}

function partOf(of: Day, token: string): string {
  if (token === 'YYYY') return of.slice(0, 4);
  if (token === 'ddd') return weekdayName(weekdayOf(of)).slice(0, 3);
  if (token === 'MMM') return MONTHS[Number(of.slice(5, 7)) - 1] ?? '';
  return token === 'MM' ? of.slice(5, 7) : token === 'DD' ? of.slice(8) : String(Number(of.slice(8)));
}

/** The calendar day that a clock in the zone shows at the instant. */
export function dayAt(at: Instant, zone: string): Day {
  return shownBy(at, zone).slice(0, 10) as Day;
}

/** What a clock in the zone shows at the instant, as `2026-11-22T03:00:00.000Z`. */
function shownBy(at: Instant, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString();
}

const ends = new Map<string, Instant>();

/** The first instant after the day has ended in the zone: what is due that day is late from here on. */
export function endOfDay(of: Day, zone: string): Instant {
  const key = `${of} ${zone}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const end = instantOf(addDays(of, 1), '00:00', zone);
  if (ends.size < 10_000) ends.set(key, end);
  return end;
}

/**
 * The instant of a wall-clock time `HH:mm` on a day in a zone: the later one where clocks jump forward, the first
 * where they are set back.
 */
export function instantOf(of: Day, time: string, zone: string): Instant {
  const shown = Date.parse(`${of}T${time}:00Z`);
  // No clock is further from UTC than a day, and none changes twice within two.
  const before = offsetAt(shown - MILLISECONDS_A_DAY, zone);
  const after = offsetAt(shown + MILLISECONDS_A_DAY, zone);
  const [early, late] = [shown - Math.max(before, after), shown - Math.min(before, after)];
  return (early + offsetAt(early, zone) === shown ? early : late) as Instant;
}

/** Reads an ISO instant with an offset or `Z`; anything else gives undefined. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) || parseDay(text.slice(0, 10)) === undefined ? undefined : (parsed as Instant);
}

/**
 * An instant as a clock in the zone shows it; of dayjs' patterns those of `formatDay`, `d`, `HH`, `mm` and words in
 * brackets. `Invalid Date` for NaN.
 */
export function formatInstant(at: Instant, zone: string, pattern: string): string {
  if (Number.isNaN(at)) return 'Invalid Date';
  const shown = shownBy(at, zone);
  const of = shown.slice(0, 10) as Day;
  return pattern.replaceAll(/\[([^\]]*)\]|YYYY|MMM?|DD?|ddd|d|HH|mm/g, (token, words?: string) => {
    if (words !== undefined) return words;
    if (token === 'd') return String(weekdayOf(of) % 7);
    return token === 'HH' ? shown.slice(11, 13) : token === 'mm' ? shown.slice(14, 16) : partOf(of, token);
  });
}

/** `2026-11-22T03:00:00.000Z`. */
export function isoInstant(at: Instant): string {
  return new Date(at).toISOString();
}
