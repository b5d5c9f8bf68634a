// Answers a client of this process without a socket: as much of `fetch` as an Octokit uses.
import type { FrontAnswer, Incoming } from './front.ts';

/** What `fetch` takes of a client that sends text. */
export interface LocalInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LocalResponse {
  readonly status: number;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  /** Already parsed, for `parseSuccessResponseBody: false`; whoever asks may change it. */
  readonly body: unknown;
  text(): Promise<string>;
  /** It may be read as often as anybody likes, so this is itself. */
  clone(): LocalResponse;
}

export type LocalFetch = (url: string, init?: LocalInit) => Promise<LocalResponse>;

/** Rejects as a lost connection does when a fault drops the request. */
export function localFetch(respond: (incoming: Incoming) => Promise<FrontAnswer>): LocalFetch {
  return async (url, { method = 'GET', headers = {}, body = '' } = {}) => {
    const { pathname, search } = new URL(url);
    const answer = await respond({ method, url: pathname + search, headers, text: body, byHand: false });
    if (answer === 'drop') throw new TypeError('fetch failed');
    const { status, json = null } = answer;
    const raw = answer.text !== undefined;
    const type = raw ? 'application/vnd.github.raw' : 'application/json; charset=utf-8';
    const text = answer.text ?? JSON.stringify(json);
    const response: LocalResponse = {
      status,
      url,
      headers: new Map(Object.entries({ 'content-type': type, ...answer.headers })),
      get body(): unknown {
        return raw ? text : JSON.parse(text);
      },
      text: () => Promise.resolve(text),
      clone: () => response,
    };
    return response;
  };
}
