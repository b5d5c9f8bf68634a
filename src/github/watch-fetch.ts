// Watches the requests that really leave: plugins repeat some of them below every hook.
import { type Limit, limitIn } from './limit-in.ts';

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface Watcher {
  /** Called right before each try, with its number from 1. */
  readonly onSend: (attempt: number) => void;
  /** GitHub refused for one of its limits. */
  readonly onLimit: (limit: Limit) => void;
  /** Milliseconds that GitHub has for an answer and its body. Default: a minute. */
  readonly patience?: number | undefined;
}

const PATIENCE = 60_000;

/** The same fetch, watched; absent is the platform's own. */
export function watchFetch(
  fetch: Fetch = globalThis.fetch,
  { onSend, onLimit, patience = PATIENCE }: Watcher,
): Fetch {
  let attempt = 0;
  return async (input, init) => {
    attempt += 1;
    onSend(attempt);
    const late = lateAfter(patience);
    const given = init?.signal ?? undefined;
    const signal = given === undefined ? late : AbortSignal.any([given, late]);
    const response = await fetch(input, { ...init, signal });
    const limit = await limitIn(response);
    if (limit !== undefined) onLimit(limit);
    return response;
  };
}

/** A fetch that gives up after a minute, for clients whose requests nobody watches. */
export function patientFetch(fetch: Fetch = globalThis.fetch, patience = PATIENCE): Fetch {
  return (input, init) => watchFetch(fetch, { onSend: () => {}, onLimit: () => {}, patience })(input, init);
}

/** Its reason goes by the name by which Octokit knows that nothing is to be tried again. */
function lateAfter(milliseconds: number): AbortSignal {
  const stop = new AbortController();
  const reason = new Error(`GitHub did not answer within ${Math.round(milliseconds / 1000)} seconds`);
  reason.name = 'AbortError';
  setTimeout(() => stop.abort(reason), milliseconds).unref();
  return stop.signal;
}
