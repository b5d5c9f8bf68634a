// The clock in the visitor's hand: a day that is set, and minutes that people's actions take.
import { type Day, type Instant, dayAt, instantOf } from '../../src/domain/day.ts';

/** When the scheduled run of a day looks at the repository. */
const TIME = '10:00';

const MINUTE = 60_000;

export interface Clock {
  readonly zone: string;
  now(): Instant;
  today(): Day;
  /** Turns to the scheduled run of the day. */
  set(day: Day): void;
  /** Everything that somebody does takes a minute, so that it has its own place in time. */
  pass(): void;
}

/** A clock that stands until it is turned. */
export function createClock(start: Day, zone: string): Clock {
  let at = instantOf(start, TIME, zone);
  return {
    zone,
    now: () => at,
    today: () => dayAt(at, zone),
    set: (day) => {
      at = instantOf(day, TIME, zone);
    },
    pass: () => {
      // Midnight belongs to the next day, whose run has not been.
      const next = (at + MINUTE) as Instant;
      if (dayAt(next, zone) === dayAt(at, zone)) at = next;
    },
  };
}
