// Where the digest of a week stands: with the release that starts that day, else with the next one to be released.
import { addDays, dayAt } from '../../domain/day.ts';
import type { Release } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { isWelcomed } from '../welcomed.ts';
import type { DeadlinesInput, Tracked } from './input.ts';

/**
 * A release that starts is welcomed that day, and the digest goes along with it. `wait`: its issue or its log is not
 * there yet, which the next run finds; on the day after it the digest waits no more.
 */
export function digestHost(open: readonly Tracked[], input: DeadlinesInput): Release | 'wait' {
  const starting = input.releases.filter((release) => isStarting(release, input));
  const [first] = starting;
  const [next] = open;
  if (first === undefined) return next === undefined ? 'wait' : next.release;
  return open.some(({ release }) => release === first) ? first : 'wait';
}

/** Whether it is welcomed today, and was not yet. */
function isStarting(release: Release, { now, told, observed }: DeadlinesInput): boolean {
  const opensBefore = told?.opensBefore;
  if (opensBefore === undefined) return false;
  if (dayAt(now, release.timezone) !== addDays(release.start, -opensBefore)) return false;
  const found = observed.ownIssues.find(({ key }) => key === trackingKey(release));
  return found === undefined || (found.state === 'open' && !isWelcomed(release, found));
}
