// Says when too little is left of an installation's hour for a further run.
import type { Instant } from '../domain/day.ts';
import type { Remaining } from '../github/budget.ts';

/** With less than this left, requests or points, no further run begins: it would stop in its middle. */
const LEAST = 100;

/** Until when nothing is left for a run; undefined while there is. */
export function spentUntil(budget: readonly Remaining[], now: number): Instant | undefined {
  const spent = budget.filter(({ remaining, reset }) => remaining < LEAST && reset > now);
  return spent.length === 0 ? undefined : (Math.max(...spent.map(({ reset }) => reset)) as Instant);
}
