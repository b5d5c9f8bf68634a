// A GitHub as it is outside: the API and the git repository of the wiki behind one address.
import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OneAddress {
  readonly url: string;
  /** Where the wiki is now: `http://127.0.0.1:1/demo.wiki.git`. */
  wiki: string;
  close(): Promise<void>;
}

export async function startOneAddress(api: string, wiki: string): Promise<OneAddress> {
  const state = { wiki };
  const server = createServer((incoming, response) => {
    const [, rest] = /^\/acme\/demo\.wiki\.git(.*)$/.exec(incoming.url ?? '') ?? [];
    pass(incoming, response, rest === undefined ? `${api}${incoming.url}` : `${state.wiki}${rest}`);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}

function pass(incoming: IncomingMessage, response: ServerResponse, target: string): void {
  const { method, headers } = incoming;
  const outgoing = request(
    target,
    { method, headers: { ...headers, host: new URL(target).host } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  outgoing.on('error', () => response.destroy());
  incoming.pipe(outgoing);
}
