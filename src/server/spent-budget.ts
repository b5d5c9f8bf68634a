// Says when too little is left of an installation's hour for a further run.

/** What GitHub said of a resource: `core` counts requests, `graphql` points. `reset` in milliseconds since 1970. */
export interface Remaining {
  readonly resource: string;
  readonly remaining: number;
  readonly reset: number;
}

/** With less than this left, requests or points, no further run begins: it would stop in its middle. */
const LEAST = 100;

/** Until when nothing is left for a run, in milliseconds since 1970; undefined while there is. */
export function spentUntil(budget: readonly Remaining[], now: number): number | undefined {
  const spent = budget.filter(({ remaining, reset }) => remaining < LEAST && reset > now);
  return spent.length === 0 ? undefined : Math.max(...spent.map(({ reset }) => reset));
}
