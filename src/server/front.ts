// The HTTP front before Probot: turns away what is too large or unsigned before a byte of it is read.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { createNodeMiddleware } from 'probot';

export const WEBHOOK_PATH = '/api/github/webhooks';

/** GitHub sends 25 MB at the most. */
const BODY_LIMIT = 25 * 1024 * 1024;

/** A page of the front: status, content type and text. */
export interface Page {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

type Middleware = Awaited<ReturnType<typeof createNodeMiddleware>>;

/** Health and metrics are answered here, webhooks by Probot once they are worth reading. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  middleware: Middleware,
  metrics: () => string,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/healthz' || path === '/readyz') return send(response, plain(200, 'ok'));
  if (path === '/metrics') return send(response, { ...plain(200, ''), text: metrics() });
  if (path !== WEBHOOK_PATH) return send(response, plain(404, 'Nothing is here.'), true);
  const refused = refusal(request);
  if (refused !== undefined) return send(response, refused, true);
  await middleware(request, response, () => send(response, plain(404, 'Nothing is here.')));
}

/** Whether a webhook may be read; otherwise the status and words of the refusal. */
export function refusal(request: Pick<IncomingMessage, 'method' | 'headers'>): Page | undefined {
  if (request.method !== 'POST') return plain(405, 'Webhooks come by POST.');
  if (request.headers['x-hub-signature-256'] === undefined) return plain(401, 'The signature is missing.');
  const length = Number(request.headers['content-length']);
  if (!Number.isSafeInteger(length)) return plain(411, 'The length is missing.');
  return length > BODY_LIMIT ? plain(413, 'The body is larger than GitHub sends.') : undefined;
}

export function plain(status: number, text: string): Page {
  return { status, type: 'text/plain; charset=utf-8', text: `${text}\n` };
}

/** Answers and, for what was not read, closes the connection instead of reading on. */
export function send(response: ServerResponse, { status, type, text }: Page, unread = false): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
    ...(unread ? { connection: 'close' } : {}),
  });
  response.end(text, () => {
    if (unread) response.socket?.destroySoon();
  });
}
