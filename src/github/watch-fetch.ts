// Watches the requests that really leave: plugins repeat some of them below every hook.
import { type Limit, limitIn } from './limit-in.ts';

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface Watcher {
  /** Called right before each try, with its number from 1. */
  readonly onSend: (attempt: number) => void;
  /** GitHub refused for one of its limits. */
  readonly onLimit: (limit: Limit) => void;
}

/** The same fetch, watched; absent is the platform's own. */
export function watchFetch(fetch: Fetch = globalThis.fetch, { onSend, onLimit }: Watcher): Fetch {
  let attempt = 0;
  return async (input, init) => {
    attempt += 1;
    onSend(attempt);
    const response = await fetch(input, init);
    const limit = await limitIn(response);
    if (limit !== undefined) onLimit(limit);
    return response;
  };
}
