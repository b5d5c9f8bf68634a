// Stands between GitHub's webhooks and the App: loses, doubles, holds and reorders deliveries.
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookClass } from './classes.ts';

interface Delivery {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface WebhookProxy {
  readonly url: string;
  /** Where deliveries go; undefined while there is no App. */
  to: string | undefined;
  /** Draws what befalls the next delivery. */
  strike: () => WebhookClass | undefined;
  /** Delivers what was held, the newest first. */
  release(): Promise<void>;
  close(): Promise<void>;
}

export async function startWebhooks(): Promise<WebhookProxy> {
  let held: Delivery[] = [];
  const kept = { to: undefined as string | undefined, strike: (): WebhookClass | undefined => undefined };
  const send = async ({ url, headers, body }: Delivery): Promise<number> => {
    if (kept.to === undefined) return 503;
    const bytes = new Uint8Array(body);
    return await fetch(`${kept.to}${url}`, { method: 'POST', headers, body: bytes }).then(
      async (answer) => (await answer.arrayBuffer(), answer.status),
      () => 503,
    );
  };
  const release = async (): Promise<void> => {
    for (const delivery of held.splice(0).toReversed()) {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      await send(delivery);
    }
  };
  const take = async (delivery: Delivery): Promise<number> => {
    const fate = kept.strike();
    if (fate === 'webhook dropped') return 504;
    if (fate === 'webhook held' || fate === 'webhook reordered') held = [...held, delivery];
    if (fate === 'webhook held') return 504;
    // It arrives behind the next one.
    if (fate === 'webhook reordered') return 202;
    const status = await send(delivery);
    if (fate === 'webhook doubled') await send(delivery);
    else await release();
    return status;
  };
  const server = createServer((request, response) => {
    void read(request)
      .then(take)
      .then((status) => response.writeHead(status).end());
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return Object.assign(kept, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}

async function read(request: IncomingMessage): Promise<Delivery> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.entries(request.headers).filter(
    ([name]) => name.startsWith('x-') || name === 'content-type' || name === 'user-agent',
  );
  return {
    url: request.url ?? '/',
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks),
  };
}
