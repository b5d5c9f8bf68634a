// Options of Octokit's plugins: what they do when GitHub refuses. How fast we write is the pacer's business.
import type { ThrottlingOptions } from '@octokit/plugin-throttling';
import type { Fetch } from '../http/fetch.ts';
import { patientFetch } from './patient-fetch.ts';
import type { Pauses } from './pauses.ts';
import type { Timer } from './timer.ts';

/** Longest wait for a rate limit inside a run, in seconds; what takes longer is left to the next run. */
const LONGEST_WAIT = 60;

interface LimitedRequest {
  readonly request: { readonly retryCount?: number };
}

type Limiter = NonNullable<ThrottlingOptions['write']>;

/** Stands in for the plugin's own limiters: of their group it only asks this, and everything passes at once. */
const UNPACED = {
  key: () => ({ schedule: (_options: object, task: () => Promise<void>): Promise<void> => task() }),
} as unknown as Limiter;

const nothing = (): void => {};

/** Each request would say that GitHub is about to end it; doctor says that once. */
const UNSAID = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/**
 * Options of @octokit/plugin-throttling and -retry. The plugin waits as GitHub's refusals ask; its own pauses,
 * which take every GraphQL query for a write, are switched off. Without a timer the clock on the wall counts.
 */
export function octokitOptions({ second }: Pauses, fetch?: Fetch, timer?: Timer) {
  return {
    throttle: {
      write: UNPACED,
      notifications: UNPACED,
      onRateLimit: waitOnce,
      onSecondaryRateLimit: waitOnce,
      retryAfterBaseValue: second,
    },
    /** The waits before further tries are 1, 4 and 9 times as long. */
    retry: { retryAfterBaseValue: second },
    request: { fetch: patientFetch(timer, fetch), log: UNSAID },
  };
}

/** Waits once per request, and not for long. */
function waitOnce(retryAfter: number, options: object): boolean {
  return retryAfter <= LONGEST_WAIT && ((options as LimitedRequest).request.retryCount ?? 0) < 1;
}
