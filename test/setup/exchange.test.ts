// Only an answer with everything of an App is one; nothing of another answer is repeated or kept.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exchange } from '../../src/setup/exchange.ts';
import { APP_KEY } from '../support/app-key.ts';

let status = 201;
let text = '';
const asked: string[] = [];
let server: Server;
let api: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(status, { location: '/elsewhere' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const GOOD = {
  id: 7,
  slug: 'octo-release',
  html_url: 'https://elsewhere.example/apps/octo-release',
  pem: APP_KEY,
  webhook_secret: 'hidden-word',
};

const answered = async (json: unknown, as = 201): Promise<Awaited<ReturnType<typeof exchange>>> => {
  status = as;
  text = typeof json === 'string' ? json : JSON.stringify(json);
  return await exchange(api, 'abc123');
};

test('the code is sent once, without any rights, and the page of another host is not linked', async () => {
  asked.length = 0;
  expect(await answered(GOOD)).toEqual({
    app: {
      id: '7',
      slug: 'octo-release',
      installUrl: `${api.replace('/api/v3', '')}/apps/octo-release/installations/new`,
      privateKey: APP_KEY,
      webhookSecret: 'hidden-word',
    },
  });
  expect(asked).toEqual(['POST /api/v3/app-manifests/abc123/conversions undefined']);
});

test('an App of a server is linked where the server has it', async () => {
  const html_url = `${api.replace('/api/v3', '')}/github-apps/octo-release`;
  expect(await answered({ ...GOOD, html_url })).toMatchObject({
    app: { installUrl: `${html_url}/installations/new` },
  });
});

test.each([
  ['no JSON', '<html>hidden-word</html>'],
  ['nothing', ''],
  ['a list', [GOOD]],
  ['null', 'null'],
  ['an id that is none', { ...GOOD, id: '7\nPORT=1' }],
  ['a slug that is none', { ...GOOD, slug: 'a/../b' }],
  ['no key', { ...GOOD, pem: 'hidden-word' }],
  ['no secret', { ...GOOD, webhook_secret: null }],
  ['a secret of two lines', { ...GOOD, webhook_secret: 'hidden-word\nNODE_OPTIONS=x' }],
])('%s is refused, and nothing of it repeated', async (_, json) => {
  const answer = await answered(json);
  expect(answer).toEqual({ why: expect.stringContaining("GitHub's answer is not that of an App") as string });
  expect(JSON.stringify(answer)).not.toContain('hidden-word');
});

test('another status, a way to another address, and a flood are refused in words', async () => {
  expect(await answered(GOOD, 500)).toEqual({ why: expect.stringContaining('status 500') as string });
  asked.length = 0;
  expect(await answered(GOOD, 307)).toEqual({ why: expect.stringContaining('did not answer') as string });
  expect(asked).toHaveLength(1);
  expect(await answered('x'.repeat(300_000))).toEqual({
    why: expect.stringContaining('larger than') as string,
  });
});
