// A proxy before one server: it lets through, strikes, keeps earlier answers, and goes dark when the process is dead.
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { emptiedOf } from './emptied.ts';
import type { Blow } from './classes.ts';
import { type Seen, seenOf } from './seen.ts';

export interface Proxy {
  readonly url: string;
  /** Requests that came in, with what became of them. */
  readonly seen: Seen[];
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** Where a request goes to: origin and path. */
  readonly target: (url: string) => string;
  readonly slack?: string;
  /** `dark`: nothing gets through, as the process that asks is dead. */
  readonly strike: (seen: Seen) => Blow | 'dark' | undefined;
  /** The process dies. */
  readonly onKill: () => void;
  /** Draws which lists are emptied. */
  readonly draw: (below: number) => number;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const seen: Seen[] = [];
  const former = new Map<string, Answer>();
  const server = createServer((request, response) => {
    void serve(request, response, { options, seen, former }).catch(() => request.socket.destroy());
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Kept {
  readonly options: ProxyOptions;
  readonly seen: Seen[];
  readonly former: Map<string, Answer>;
}

async function serve(request: IncomingMessage, response: ServerResponse, kept: Kept): Promise<void> {
  const { options, former } = kept;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const url = (request.url ?? '/').replace(/^\/moved/, '');
  const seen = seenOf(request.method ?? 'GET', url, body.toString('utf8'), options.slack);
  const blow = url === request.url ? options.strike(seen) : undefined;
  if (blow === 'dark') return void request.socket.destroy();
  kept.seen.push(seen);
  if (blow?.kind === 'kill' && !blow.after) {
    options.onKill();
    return void request.socket.destroy();
  }
  if (blow?.kind === 'cut') return void request.socket.destroy();
  if (blow?.kind === 'hang') return;
  if (blow?.kind === 'answer' && !blow.after) return reply(response, ofBlow(blow));
  if (blow?.kind === 'moved') {
    response.writeHead(blow.status, { location: `http://${request.headers.host ?? ''}/moved${url}` });
    return void response.end('{}');
  }
  const answer = await forward(request, body, options.target(url));
  if (blow?.kind === 'kill') options.onKill();
  if (blow?.kind === 'kill' || blow?.kind === 'cut-after') return void request.socket.destroy();
  if (blow?.kind === 'hang-after') return;
  if (blow?.kind === 'answer') return reply(response, ofBlow(blow));
  const key = `${seen.method} ${seen.url} ${seen.text}`;
  const before = former.get(key);
  if (seen.reads && answer.status === 200) former.set(key, answer);
  if (blow?.kind === 'stale') return reply(response, before ?? answer);
  reply(response, blow?.kind === 'empty' ? emptied(answer, seen.graphql, options.draw) : answer);
}

async function forward(request: IncomingMessage, body: Buffer, target: string): Promise<Answer> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (
      !['host', 'connection', 'content-length', 'transfer-encoding', 'expect'].includes(name) &&
      value !== undefined
    )
      headers.set(name, String(value));
  headers.set('accept-encoding', 'identity');
  const method = request.method ?? 'GET';
  const bytes = method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) };
  const answer = await fetch(target, { method, headers, redirect: 'manual', ...bytes });
  const kept = [...answer.headers].filter(
    ([name]) => !['content-length', 'transfer-encoding', 'connection', 'content-encoding'].includes(name),
  );
  return {
    status: answer.status,
    headers: Object.fromEntries(kept),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}

function emptied(answer: Answer, graphql: boolean, draw: (below: number) => number): Answer {
  if (answer.status !== 200 || !answer.headers['content-type']?.includes('json')) return answer;
  const json = JSON.parse(answer.body.toString('utf8')) as unknown;
  return { ...answer, body: Buffer.from(JSON.stringify(emptiedOf(json, graphql, draw))) };
}

function ofBlow({ status, headers = {}, json }: Extract<Blow, { kind: 'answer' }>): Answer {
  const body = Buffer.from(JSON.stringify(json));
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers);
  response.end(status === 304 || status === 204 ? undefined : body);
}
