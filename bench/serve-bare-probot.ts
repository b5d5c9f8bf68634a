// A Probot app that does nothing with any webhook: what the App's own cost is held against.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Probot, createNodeMiddleware } from 'probot';

export async function serveBareProbot(): Promise<void> {
  const { env } = process;
  const probot = new Probot({
    appId: env['APP_ID'] ?? '',
    privateKey: env['PRIVATE_KEY'] ?? '',
    secret: env['WEBHOOK_SECRET'] ?? '',
    logLevel: 'fatal',
    logFormat: 'json',
  });
  const middleware = await createNodeMiddleware((app) => app.onAny(() => {}), {
    probot,
    webhooksPath: '/api/github/webhooks',
  });
  const server = createServer((request, response) => void middleware(request, response));
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`bare Probot listens on http://127.0.0.1:${port}\n`);
  });
}
