// Answers a client of this process without a socket: `fetch`, but only to the embedded GitHub.
import type { FrontAnswer, Incoming } from './front.ts';

/** What `fetch` takes of a client that sends text. */
export interface LocalInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type LocalFetch = (url: string, init?: LocalInit) => Promise<Response>;

/** Rejects as a lost connection does when a fault drops the request. */
export function localFetch(respond: (incoming: Incoming) => Promise<FrontAnswer>): LocalFetch {
  return async (url, { method = 'GET', headers = {}, body = '' } = {}) => {
    const { pathname, search } = new URL(url);
    const answer = await respond({ method, url: pathname + search, headers, text: body, byHand: false });
    if (answer === 'drop') throw new TypeError('fetch failed');
    const empty = answer.status === 204 || answer.status === 304;
    const type = answer.text === undefined ? 'application/json; charset=utf-8' : 'application/vnd.github.raw';
    const text = empty ? null : (answer.text ?? JSON.stringify(answer.json ?? null));
    return new Response(text, {
      status: answer.status,
      headers: { 'content-type': type, ...answer.headers },
    });
  };
}
