// The rate limit that answers show.

export const RATE_LIMIT = 5_000;
/** Nothing is ever refused for its number, so what is left never falls below this. */
const LEAST_REMAINING = 4_000;

/** The headers for the n-th request. */
export function rateHeaders(count: number, nowMs: number): Record<string, string> {
  const used = count % (RATE_LIMIT - LEAST_REMAINING);
  return {
    'x-ratelimit-limit': String(RATE_LIMIT),
    'x-ratelimit-remaining': String(RATE_LIMIT - used),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.floor(nowMs / 1000) + 3600),
    'x-ratelimit-resource': 'core',
  };
}
