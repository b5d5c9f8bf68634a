// Watches the requests that really leave: plugins repeat some of them below every hook.

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface Watcher {
  /** Called right before each try, with its number from 1. */
  readonly onSend: (attempt: number) => void;
  /** GitHub refused and named a wait, in milliseconds. */
  readonly onQuiet: (milliseconds: number) => void;
}

/** The same fetch, watched; absent is the platform's own. */
export function watchFetch(fetch: Fetch = globalThis.fetch, { onSend, onQuiet }: Watcher): Fetch {
  let attempt = 0;
  return async (input, init) => {
    attempt += 1;
    onSend(attempt);
    const response = await fetch(input, init);
    const seconds = Number(response.headers.get('retry-after'));
    if ((response.status === 403 || response.status === 429) && seconds > 0) onQuiet(seconds * 1000);
    return response;
  };
}
