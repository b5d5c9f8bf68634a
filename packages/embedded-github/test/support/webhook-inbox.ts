// A receiver of webhooks that keeps what arrives.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedEvent {
  readonly name: string;
  readonly id: string;
  readonly payload: Record<string, unknown>;
  /** Whether the signature fits the secret. */
  readonly genuine: boolean;
}

export interface WebhookInbox {
  readonly url: string;
  readonly events: ReceivedEvent[];
  close(): Promise<void>;
}

export async function openInbox(secret: string): Promise<WebhookInbox> {
  const events: ReceivedEvent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const payload = JSON.parse(body) as Record<string, unknown>;
      const action = typeof payload['action'] === 'string' ? `.${payload['action']}` : '';
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      events.push({
        name: `${String(request.headers['x-github-event'])}${action}`,
        id: String(request.headers['x-github-delivery']),
        payload,
        genuine: request.headers['x-hub-signature-256'] === signature,
      });
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    events,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
