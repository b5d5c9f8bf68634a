// The states that go to GitHub and come back: random, each good for one return within an hour.
import { randomBytes } from 'node:crypto';
import type { Instant } from '../domain/day.ts';

/** Milliseconds. */
const HOUR = 3_600_000;
/** Of somebody who presses the button again and again, the last ones count. */
const MOST = 20;

export interface States {
  make(): string;
  /** Whether it was made here, within the hour, and did not come back before. */
  take(state: string): boolean;
}

export function startStates(now: () => Instant): States {
  const made = new Map<string, Instant>();
  return {
    make: () => {
      const [oldest] = made.keys();
      if (made.size >= MOST && oldest !== undefined) made.delete(oldest);
      const state = randomBytes(32).toString('base64url');
      made.set(state, now());
      return state;
    },
    take: (state) => {
      const at = made.get(state);
      made.delete(state);
      return at !== undefined && now() - at <= HOUR;
    },
  };
}
