// A tiny server on loopback that gives the answers it was told to give, and keeps what it was asked.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Given {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Hangs up without an answer. */
  readonly drop?: true;
}

export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: URLSearchParams;
}

export interface AnsweringServer {
  readonly url: string;
  readonly asked: Asked[];
  /** The next answers, one per request; the last stays. */
  answers: Given[];
  close(): Promise<void>;
}

export async function startAnsweringServer(): Promise<AnsweringServer> {
  const asked: Asked[] = [];
  const state: { answers: Given[] } = { answers: [] };
  const server: Server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      asked.push({
        path: request.url ?? '',
        authorization: request.headers.authorization,
        body: new URLSearchParams(text),
      });
      const answer = (state.answers.length > 1 ? state.answers.shift() : state.answers[0]) ?? {};
      if (answer.drop === true) {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
      response.end(
        typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? { ok: true }),
      );
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
