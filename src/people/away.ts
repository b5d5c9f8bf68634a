// Who is away: the days off that the config gives a person.
import { type Day, type Instant, dayAt } from '../domain/day.ts';

/** Days off, both included. */
export interface DaysAway {
  readonly from: Day;
  readonly to: Day;
}

/** When a run looks, and in which IANA zone days are counted for people without one of their own. */
export interface Clock {
  readonly now: Instant;
  readonly zone: string;
}

interface AwayPerson {
  readonly timezone?: string | undefined;
  readonly away?: readonly DaysAway[] | undefined;
}

/** Whether it is one of the person's days off, where they work. */
export function isAway({ timezone, away = [] }: AwayPerson, { now, zone }: Clock): boolean {
  const today = dayAt(now, timezone ?? zone);
  return away.some(({ from, to }) => from <= today && today <= to);
}
