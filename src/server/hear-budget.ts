// Listens to what GitHub's answers say of the hour's budget of an installation.

/** What GitHub said of a resource: `core` counts requests, `graphql` points. `reset` in seconds since 1970. */
export interface Remaining {
  readonly resource: string;
  readonly remaining: number;
  readonly reset: number;
}

export interface Hearable {
  readonly hook: { wrap(name: 'request', callback: Wrapper): void };
}

// oxlint-disable-next-line typescript/no-explicit-any -- Octokit types its hook by its own, far wider options
type Wrapper = (request: (options: any) => any, options: any) => Promise<any>;

/** What was heard so far, one for each resource: the newest hour's lowest. */
export function hearBudget(octokit: Hearable): () => readonly Remaining[] {
  const heard = new Map<string, Remaining>();
  const hear = (headers: unknown): void => {
    const found = remainingIn(headers);
    if (found === undefined) return;
    const former = heard.get(found.resource);
    if (former !== undefined && isLower(former, found)) return;
    heard.set(found.resource, found);
  };
  octokit.hook.wrap('request', async (request, options: unknown) => {
    try {
      const response = (await request(options)) as { headers?: unknown };
      hear(response.headers);
      return response;
    } catch (error) {
      hear((error as { response?: { headers?: unknown } } | null)?.response?.headers);
      throw error;
    }
  });
  return () => [...heard.values()];
}

function isLower(one: Remaining, other: Remaining): boolean {
  return one.reset > other.reset || (one.reset === other.reset && one.remaining <= other.remaining);
}

/** Undefined where GitHub counts nothing. */
function remainingIn(headers: unknown): Remaining | undefined {
  const given = (headers ?? {}) as Record<string, unknown>;
  const resource = given['x-ratelimit-resource'];
  const remaining = Number(given['x-ratelimit-remaining'] ?? Number.NaN);
  const reset = Number(given['x-ratelimit-reset'] ?? Number.NaN);
  if (typeof resource !== 'string' || !Number.isSafeInteger(remaining) || !Number.isSafeInteger(reset))
    return undefined;
  return { resource, remaining, reset };
}

/** With less than this left, requests or points, no further run begins: it would stop in its middle. */
const LEAST = 100;

/** Until when nothing is left for a run, in milliseconds since 1970; undefined while there is. */
export function spentUntil(budget: readonly Remaining[], now: number): number | undefined {
  const spent = budget.filter(({ remaining, reset }) => remaining < LEAST && reset * 1000 > now);
  return spent.length === 0 ? undefined : Math.max(...spent.map(({ reset }) => reset * 1000));
}
