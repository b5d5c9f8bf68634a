// When a check of a config still holds: made against this config, with all that it had to look at.
import type { Instant } from '../domain/day.ts';
import type { OwnCheck } from '../github/config/find-checks.ts';

/** Milliseconds until it is tried again whether what could not be read can be. */
const AGAIN = 3_600_000;

const INCOMPLETE = ' incomplete';

/** `complete`: the external id of a check that lacks nothing. A check for which something could not be read has another. */
export function idOfCheck(complete: string, lacks: boolean): string {
  return lacks ? `${complete}${INCOMPLETE}` : complete;
}

/**
 * Our own check that no longer holds is renewed, even when another account of ours has made one that does. One that
 * lacks something holds for an hour. `viewer`: the account of this run.
 */
export function isChecked(
  checks: readonly OwnCheck[],
  { complete, viewer, now }: { readonly complete: string; readonly viewer: string; readonly now: Instant },
): boolean {
  const holds = (made: OwnCheck): boolean =>
    made.done &&
    (made.externalId === complete ||
      (made.externalId === idOfCheck(complete, true) && now - made.endedAt < AGAIN));
  return checks.some(holds) && checks.every((made) => made.account !== viewer || holds(made));
}

/** Whether one of ours says the same already: a check that would lack something as well is not made again. */
export function isSaid(checks: readonly OwnCheck[], viewer: string, externalId: string): boolean {
  return checks.some((made) => made.account === viewer && made.done && made.externalId === externalId);
}
