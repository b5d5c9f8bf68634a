// What somebody must hear of, from when and until when, and how a day is written.
import { type Day, addDays, formatDay, weekdayOf } from '../../../src/domain/day.ts';
import type { Heard } from './heard.ts';
import type { Played } from './play.ts';

export interface Must {
  /** In words, for whoever reads that it failed. */
  readonly what: string;
  readonly who: string;
  /** Both days count. */
  readonly from: Day;
  readonly until: Day;
  readonly by: (heard: Heard) => boolean;
}

/** `Tue 10 Mar 2026`. */
export function words(day: Day): string {
  return formatDay(day, 'ddd D MMM YYYY');
}

const SATURDAY = 6;

/** Which days are working days of a cycle. */
export interface WorkingDays {
  readonly is: (day: Day) => boolean;
  /** The first of them at or after a day. */
  readonly at: (day: Day) => Day;
  /** The first of them after a day. */
  readonly after: (day: Day) => Day;
  /** The last of them at or before a day. */
  readonly before: (day: Day) => Day;
}

export function workingDays(holidays: readonly Day[]): WorkingDays {
  const is = (day: Day): boolean => weekdayOf(day) < SATURDAY && !holidays.includes(day);
  const at = (day: Day): Day => (is(day) ? day : at(addDays(day, 1)));
  const before = (day: Day): Day => (is(day) ? day : before(addDays(day, -1)));
  return { is, at, after: (day) => at(addDays(day, 1)), before };
}

/** What nobody was sent in time. */
export function missing(musts: readonly Must[], heard: readonly Heard[]): string[] {
  return musts
    .filter(
      ({ who, from, until, by }) =>
        !heard.some((one) => one.to === who && from <= one.on && one.on <= until && by(one)),
    )
    .map(({ what, who, from, until }) => `${who}: ${what} (${from} to ${until})`);
}

/** Each day that was played, with the config as its last run saw it. */
export function eachDay({ first, last, configs }: Played) {
  const days = [];
  for (let today = first; today <= last; today = addDays(today, 1)) {
    const standing = configs.findLast(({ at }) => at < Date.parse(`${today}T14:00:00Z`));
    if (standing !== undefined) days.push({ today, releases: standing.releases });
  }
  return days;
}

/** The first day on which a day of the config was as it is at the end of another day. */
export function knownSince(
  { first, configs }: Played,
  at: Day,
  read: (releases: Played['configs'][number]['releases']) => Day | undefined,
): Day {
  const until = configs.filter((one) => one.at < Date.parse(`${at}T14:00:00Z`));
  const now = read(until.at(-1)?.releases ?? []);
  const changed = until.findLastIndex(({ releases }) => read(releases) !== now);
  const since = until[changed + 1];
  return changed < 0 || since === undefined ? first : (new Date(since.at).toISOString().slice(0, 10) as Day);
}
