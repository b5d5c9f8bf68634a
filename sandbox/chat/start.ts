// Starts a chat on the loopback interface that takes messages at webhooks, as Mattermost does, and keeps them.
import { createServer } from 'node:http';
import { listen } from '../../packages/embedded-github/src/server.ts';

export interface ChatMessage {
  /** Name of the webhook. */
  readonly webhook: string;
  /** In the Markdown of chats. */
  readonly text: string;
}

export interface EmbeddedChat {
  readonly webhooks: readonly string[];
  /** The address of a webhook. */
  at(webhook: string): string;
  /** Oldest first. */
  readonly messages: readonly ChatMessage[];
  close(): Promise<void>;
}

/** Far more than a message may have. */
const MOST_CHARACTERS = 100_000;

export async function startChat(webhooks: readonly string[]): Promise<EmbeddedChat> {
  const messages: ChatMessage[] = [];
  const server = createServer((request, response) => {
    const webhook = /^\/hooks\/(?<name>[\w-]+)$/.exec(request.url ?? '')?.groups?.['name'];
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body = (body + chunk).slice(0, MOST_CHARACTERS)));
    request.on('end', () => {
      const text = textOf(body);
      if (webhook === undefined || request.method !== 'POST' || text === undefined)
        return void response.writeHead(webhook === undefined ? 404 : 400).end();
      messages.push({ webhook, text });
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
    });
  });
  const url = await listen(server, 0, '127.0.0.1');
  return {
    webhooks,
    at: (webhook) => `${url}/hooks/${webhook}`,
    messages,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function textOf(body: string): string | undefined {
  try {
    const { text } = JSON.parse(body) as { readonly text?: unknown };
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
