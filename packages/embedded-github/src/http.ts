// Between node:http and the front.
import { type IncomingMessage, type ServerResponse } from 'node:http';
import type { FrontAnswer, Incoming } from './front.ts';

type Respond = (incoming: Incoming) => Promise<FrontAnswer>;

/** Reads the request, lets it be answered, writes the answer. */
export async function serveRequest(
  request: IncomingMessage,
  response: ServerResponse,
  respond: Respond,
): Promise<void> {
  const text = await readText(request);
  // Whoever hung up in the middle of a request gets no answer.
  if (text === undefined) return;
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value] as const,
  );
  const answer = await respond({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: Object.fromEntries(headers),
    text,
    byHand: false,
  });
  if (answer === 'drop') {
    request.socket.destroy();
    return;
  }
  const empty = [204, 302, 304].includes(answer.status);
  const type = answer.text === undefined ? 'application/json; charset=utf-8' : 'application/vnd.github.raw';
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
  response.end(empty ? undefined : (answer.bytes ?? answer.text ?? JSON.stringify(answer.json ?? null)));
}

/** Whether a server that shares its port should hand this request over. */
export function isApiRequest(url: string): boolean {
  return /^\/(?:api\/v3|api\/graphql|graphql)(?:[/?]|$)/.test(url);
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}
