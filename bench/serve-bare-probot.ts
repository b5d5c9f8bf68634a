// A Probot app that does nothing with any webhook, in a program that loads nothing else: the App is held against it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Probot, createNodeMiddleware } from 'probot';

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
