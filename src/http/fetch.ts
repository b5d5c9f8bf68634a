// What relcomms asks of a fetch: less than the platform's, so that Node's own http client can be one.

/** One request; a redirect is followed unless it says otherwise. */
export interface Request {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
  readonly redirect?: 'follow' | 'manual' | 'error' | undefined;
  /** Its reason is what the request is rejected with. */
  readonly signal?: AbortSignal | undefined;
}

/** What came back. The platform's `Response` is one, too. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** The status is 200 to 299. */
  readonly ok: boolean;
  /** Where it came from, after all redirects. */
  readonly url: string;
  readonly headers: AnswerHeaders;
  text(): Promise<string>;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
  clone(): Answer;
}

/** Names in lower case when they are listed, in any case when they are asked for. */
export interface AnswerHeaders extends Iterable<[name: string, value: string]> {
  get(name: string): string | null;
}

/** Rejects with a `TypeError` that says its cause, and holds it, where no whole answer came. */
export type Fetch = (url: string, request?: Request) => Promise<Answer>;
