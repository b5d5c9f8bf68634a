// Names the cause of a run that broke off, in one word: by it the run is tried again, and counted.
import { isHeld } from '../github/held.ts';
import { isLimit, isRefusal, statusOf } from '../github/failure.ts';
import { isOfInstallation } from './refused-installation.ts';

/**
 * `installation`: GitHub refuses all of it. `limit`: one of GitHub's limits. `refused`: GitHub says no to this repository.
 * `github`: GitHub failed or did not answer. `held`: it was stopped before its end. `time`: it took too long. `crash`:
 * anything else, a fault of ours.
 */
export type Cause = 'installation' | 'limit' | 'refused' | 'github' | 'held' | 'time' | 'crash';

export function causeOf(error: unknown): Cause {
  if (isHeld(error)) return 'held';
  if (isOfInstallation(error)) return 'installation';
  if (isLimit(error)) return 'limit';
  if (isRefusal(error)) return 'refused';
  const status = statusOf(error);
  if (status !== undefined && status >= 500) return 'github';
  if (!(error instanceof Error)) return 'crash';
  if (/\bwas given up$/.test(error.message)) return 'time';
  return isOfNetwork(error) ? 'github' : 'crash';
}

function isOfNetwork(error: Error): boolean {
  const { code } = error as { code?: unknown };
  return error.name === 'AbortError' || (typeof code === 'string' && /^E[A-Z]+$/.test(code));
}

/** Until when a limit lasts, in milliseconds since 1970; undefined where GitHub names no time. */
export function limitEnd(error: unknown, now: number): number | undefined {
  const { response } = error as { response?: { headers?: Record<string, unknown> } };
  const seconds = Number(response?.headers?.['retry-after']);
  if (seconds > 0) return now + seconds * 1000;
  const reset = Number(response?.headers?.['x-ratelimit-reset']);
  return reset * 1000 > now ? reset * 1000 : undefined;
}
