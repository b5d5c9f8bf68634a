// Answers of the sandbox's own server, with the headers that keep a page to itself.
import type { ServerResponse } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const HEADERS = {
  // Nothing from elsewhere, no inline script or style, no frame around the page.
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

export function json(status: number, value: unknown): Reply {
  return { status, type: 'application/json; charset=utf-8', text: `${JSON.stringify(value)}\n` };
}

export function failure(status: number, error: string): Reply {
  return json(status, { error });
}

/** Writes the answer; `close` when the request was not read to its end. */
export function reply(response: ServerResponse, { status, type, text }: Reply, close = false): void {
  response.writeHead(status, {
    ...HEADERS,
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    ...(close ? { connection: 'close' } : {}),
  });
  response.end(text);
}

/** Begins a stream of server-sent events. */
export function beginEvents(response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
}
