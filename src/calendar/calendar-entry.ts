// One entry of a calendar, before it is written as a file.
import type { Day, Instant } from '../domain/day.ts';

/** One entry. */
export interface CalendarEntry {
  /** Stays the same when day or title change: `v1.18.0/rc1@relcomms`. */
  readonly uid: string;
  readonly day: Day;
  /** The last day of what takes several; absent: the same day. */
  readonly last?: Day | undefined;
  /** Where it is at a time of that day; absent: all day. */
  readonly at?: Instant | undefined;
  /** Counts the moves: a calendar takes the entry with the higher number (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** The day of its last change, not of the run: a second file is the same byte for byte. */
  readonly changed: Day;
  readonly title: string;
  readonly description: string;
  /** Remind a week and a day before. */
  readonly remind: boolean;
  /** Absent: once. */
  readonly repeat?: { readonly weeks: number; readonly count: number } | undefined;
}
