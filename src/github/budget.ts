// What GitHub's answers say of the hour's budget of this token: requests, and points of GraphQL.
import type { Instant } from '../domain/day.ts';

/** `core` counts requests, `graphql` points. */
export interface Remaining {
  readonly resource: string;
  readonly remaining: number;
  /** When the hour begins anew. */
  readonly reset: Instant;
}

export interface Budget extends Remaining {
  /** Of a whole hour. */
  readonly limit: number;
}

/** Undefined where GitHub counts nothing, as on a server of one's own. */
export function budgetIn(headers: { get(name: string): string | null }): Budget | undefined {
  const resource = headers.get('x-ratelimit-resource');
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) =>
    Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN),
  );
  if (resource === null || !isCount(limit) || !isCount(remaining) || !isCount(reset)) return undefined;
  return { resource, limit, remaining, reset: (reset * 1000) as Instant };
}

/** The newest hour's lowest: answers may overtake each other. */
export function lower(before: Budget | undefined, found: Budget): Budget {
  if (before === undefined || found.reset > before.reset) return found;
  return found.reset === before.reset && found.remaining < before.remaining ? found : before;
}

function isCount(value: number | undefined): value is number {
  return Number.isSafeInteger(value);
}
