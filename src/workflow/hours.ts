// At which hours the workflow has to run, so that everybody can be asked in their own working hours.
import { type Day, type Instant, addDays, formatInstant, instantOf } from '../domain/day.ts';

const HOUR = 3_600_000;

export interface Clock {
  /** IANA zone of the config, in which the hours are. */
  readonly zone: string;
  /** Zones of people. */
  readonly zones: readonly string[];
  /** `09:00`, on the clock of each person; the second is over already. */
  readonly from: string;
  readonly to: string;
  /** Mondays and Fridays of the cycle: clocks change at other times in other zones. */
  readonly days: readonly Day[];
  /** When something has to be said within the hour. */
  readonly moments: readonly Instant[];
}

export interface RunTimes {
  /** The field of a cron line: `8-17`, `0-3,14-23`, `*`. */
  readonly hours: string;
  /** Whether somebody's working day reaches into a weekend of the config's clock. */
  readonly weekends: boolean;
}

/** The hours on the config's clock, and one before: then a run has been when work begins. */
export function runTimes(clock: Clock): RunTimes {
  const hourOf = (at: Instant): number => Number(formatInstant(at, clock.zone, 'HH'));
  const work = clock.days.flatMap((day) =>
    [clock.zone, ...clock.zones].flatMap((zone) => workIn(zone, day, clock)),
  );
  const hours = new Set(work.map(hourOf));
  const before = [...hours].map((hour) => (hour + 23) % 24);
  // The run of that hour may be over by then.
  const timed = clock.moments.flatMap((at) => [at, (at + HOUR) as Instant]);
  const weekdays = [...work, ...timed].map((at) => Number(formatInstant(at, clock.zone, 'd')));
  return {
    hours: fieldOf(new Set([...hours, ...before, ...timed.map(hourOf)])),
    weekends: weekdays.some((weekday) => weekday === 0 || weekday === 6),
  };
}

/** An instant of each hour in which somebody of a zone is at work. */
function workIn(zone: string, day: Day, clock: Clock): Instant[] {
  const { start, end } = workingSpan(zone, day, clock);
  const count = Math.max(1, Math.ceil((end - start) / HOUR));
  return Array.from({ length: count }, (_, index) => Math.min(start + index * HOUR, end - 1) as Instant);
}

/** The working hours that begin on a day in a zone; they may end on the next. */
export function workingSpan(
  zone: string,
  day: Day,
  { from, to }: Pick<Clock, 'from' | 'to'>,
): { readonly start: Instant; readonly end: Instant } {
  const last = to > from ? day : addDays(day, 1);
  return { start: instantOf(day, from, zone), end: instantOf(last, to, zone) };
}

function fieldOf(hours: ReadonlySet<number>): string {
  if (hours.size === 24) return '*';
  const sorted = [...hours].toSorted((a, b) => a - b);
  const ranges = sorted.reduce<[number, number][]>((before, hour) => {
    const last = before.at(-1);
    if (last === undefined || last[1] !== hour - 1) return [...before, [hour, hour]];
    return [...before.slice(0, -1), [last[0], hour]];
  }, []);
  return ranges.map(([start, end]) => (start === end ? String(start) : `${start}-${end}`)).join(',');
}
