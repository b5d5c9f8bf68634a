// How fast an Octokit may write: GitHub's advice for github.com, no waiting on a loopback address.

/** Longest wait for a rate limit inside a run; what takes longer is left to the next run. */
const LONGEST_WAIT = 60;

interface LimitedRequest {
  readonly request: { readonly retryCount?: number };
}

/** Options of @octokit/plugin-throttling and -retry. A loopback address is the embedded GitHub, which needs no pauses. */
export function paceOptions(baseUrl: string) {
  const loopback = isLoopback(baseUrl);
  return {
    throttle: { enabled: !loopback, onRateLimit: waitOnce, onSecondaryRateLimit: waitOnce },
    /** Milliseconds; the waits before further tries are 1, 4 and 9 times as long. */
    retry: { retryAfterBaseValue: loopback ? 1 : 1000 },
  };
}

/** Waits once per request, and not for long. */
function waitOnce(retryAfter: number, options: object): boolean {
  return retryAfter <= LONGEST_WAIT && ((options as LimitedRequest).request.retryCount ?? 0) < 1;
}

function isLoopback(baseUrl: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(baseUrl).hostname);
}
