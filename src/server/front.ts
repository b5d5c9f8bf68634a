// The HTTP front of the App: health, metrics, and webhooks, of which nothing is looked at before the signature fits.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Intake } from './intake.ts';
import { digestIn, readSigned } from './read-signed.ts';
import { HEARD, KEPT } from './missed-deliveries.ts';
import type { Suspects } from './suspects.ts';

export const WEBHOOK_PATH = '/api/github/webhooks';

/** Where an App that a person has just made says whether it hears GitHub. */
export const STARTED_PATH = '/started';

/** GitHub sends 25 MB at the most. */
const BODY_LIMIT = 25 * 1024 * 1024;

/** A page of the front: status, content type and text. */
export interface Page {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A webhook whose signature fits, as GitHub sent it. */
export interface SignedWebhook {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
}

export interface Front {
  /** Any of them may sign a webhook. */
  readonly secrets: readonly string[];
  readonly intake: Intake;
  readonly suspects: Suspects;
  /** Told of the request whose signature fits, before its webhook is received. */
  readonly onSigned: (request: IncomingMessage) => void;
  /** Hears a webhook, and answers whether what it asks for is kept; rejects when it can't be heard. */
  readonly receive: (webhook: SignedWebhook) => Promise<'kept' | 'missed'>;
  /** Whether webhooks come here at all. */
  readonly hears: boolean;
  readonly metrics: () => Promise<string>;
  /** What is told of the App to whoever brings these words as authorization. */
  readonly readiness: (authorization: string | undefined) => Promise<Page>;
  /** The page of {@link STARTED_PATH}; absent: there is none. */
  readonly started?: (() => Page) | undefined;
}

export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  front: Front,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/healthz') return send(response, plain(200, 'ok'));
  if (path === '/readyz') return send(response, await front.readiness(request.headers.authorization));
  if (path === '/metrics') return send(response, { ...plain(200, ''), text: await front.metrics() });
  if (path === STARTED_PATH && front.started !== undefined) return send(response, front.started());
  if (path !== WEBHOOK_PATH || !front.hears) return send(response, plain(404, 'Nothing is here.'), true);
  const refused = refusal(request);
  if (refused !== undefined) return send(response, refused, true);
  const page = await hear(request, front);
  if (page !== undefined) send(response, page, page.status >= 300);
}

/** Whether a webhook may be read; otherwise the status and words of the refusal. */
export function refusal({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): Page | undefined {
  if (method !== 'POST') return plain(405, 'Webhooks come by POST.');
  if (headers['x-hub-signature-256'] === undefined) return plain(401, 'The signature is missing.');
  const length = Number(headers['content-length']);
  if (!Number.isSafeInteger(length)) return plain(411, 'The length is missing.');
  if (length > BODY_LIMIT) return plain(413, 'The body is larger than GitHub sends.');
  if (digestIn(headers['x-hub-signature-256']) === undefined) return plain(401, 'The signature is wrong.');
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  return isJson ? undefined : plain(415, 'Set the content type of the webhook to application/json.');
}

/** Undefined when nobody is there any more to be answered. */
async function hear(request: IncomingMessage, front: Front): Promise<Page | undefined> {
  const { intake, suspects, secrets } = front;
  const digest = digestIn(request.headers['x-hub-signature-256']);
  if (digest === undefined) return plain(401, 'The signature is wrong.');
  const peer = request.socket.remoteAddress ?? '';
  const flight = {
    peer,
    length: Number(request.headers['content-length']),
    drop: () => void request.destroy(),
  };
  const land = intake.admit(flight);
  const signed = await readSigned(
    request,
    digest,
    secrets,
    suspects.has(peer) ? (isGone) => suspects.turn(isGone) : undefined,
  );
  land();
  if (signed.kind === 'gone') return undefined;
  if (signed.kind === 'forged') {
    suspects.accuse(peer);
    return plain(401, 'The signature is wrong.');
  }
  front.onSigned(request);
  return await received(request, signed.body, front);
}

async function received({ headers }: IncomingMessage, body: Buffer, { receive }: Front): Promise<Page> {
  const name = one(headers['x-github-event']);
  const id = one(headers['x-github-delivery']);
  if (name === undefined || id === undefined)
    return plain(400, 'x-github-event or x-github-delivery is missing.');
  const payload = parsed(body);
  if (payload === undefined) return plain(400, 'The body is not JSON.');
  try {
    const heard = await receive({ id, name, payload });
    return heard === 'kept' ? plain(KEPT, 'ok') : plain(HEARD, 'Received; relcomms looks it up later.');
  } catch {
    return plain(500, 'The webhook could not be received.');
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && header !== '' ? header : undefined;
}

export function plain(status: number, text: string): Page {
  return { status, type: 'text/plain; charset=utf-8', text: `${text}\n` };
}

/** Answers and, for what was not read, closes the connection instead of reading on. */
export function send(
  response: ServerResponse,
  { status, type, text, headers = {} }: Page,
  unread = false,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
    ...headers,
    ...(unread ? { connection: 'close' } : {}),
  });
  response.end(text, () => {
    if (unread) response.socket?.destroySoon();
  });
}
