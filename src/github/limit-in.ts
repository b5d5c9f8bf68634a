// Reads from a refusal which of GitHub's limits it is for, and how long it asks for quiet.
import type { Answer } from '../http/fetch.ts';

/**
 * `pause`: so many milliseconds. `until`: the primary limit, which ends at that moment, in milliseconds since 1970.
 * `unsaid`: a secondary limit that names no time.
 */
export type Limit =
  | { readonly kind: 'pause'; readonly milliseconds: number }
  | { readonly kind: 'until'; readonly instant: number }
  | { readonly kind: 'unsaid' };

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
export async function limitIn(response: Answer): Promise<Limit | undefined> {
  if (response.status !== 403 && response.status !== 429) return undefined;
  const seconds = Number(response.headers.get('retry-after'));
  if (seconds > 0) return { kind: 'pause', milliseconds: seconds * 1000 };
  const reset = Number(response.headers.get('x-ratelimit-reset'));
  if (response.headers.get('x-ratelimit-remaining') === '0' && reset > 0)
    return { kind: 'until', instant: reset * 1000 };
  return /secondary rate limit|abuse detection/i.test(await response.clone().text())
    ? { kind: 'unsaid' }
    : undefined;
}
