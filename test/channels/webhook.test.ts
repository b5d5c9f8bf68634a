// Messages to the webhooks of other chats: what each gets, and what keeps one from going out.
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NoticeLine } from '../../src/domain/notice.ts';
import { bodiesOf } from '../../src/channels/webhook/bodies.ts';
import { webhookAddress } from '../../src/channels/webhook/address.ts';
import { sendToWebhook } from '../../src/channels/webhook/send.ts';

const SECRET = 'T0PS3CRET';
const NOTICE = {
  title: '1.10.0 is out',
  lines: [
    { parts: [{ kind: 'text', text: 'Read the notes.' }] },
    {
      fact: true,
      parts: [
        { kind: 'text', text: 'Tag' },
        { kind: 'strong', text: 'v1.10.0' },
      ],
    },
    { item: true, parts: [{ kind: 'mention', name: 'alice', slack: 'U012ABC' }] },
    { button: true, parts: [{ kind: 'link', text: 'Release', url: 'https://github.com/acme/demo' }] },
  ] satisfies NoticeLine[],
};

let server: Server;
let port: number;
const asked: { path: string; body: string; type: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
});

beforeEach(() => {
  asked.length = 0;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  asked.push({ path, body: await read(request), type: request.headers['content-type'] });
  const status = Number(/^\/(?<status>\d{3})\//.exec(path)?.groups?.['status'] ?? 200);
  if (path.startsWith('/000/')) return void request.socket.destroy();
  response.writeHead(status, status === 302 ? { location: `/200/${SECRET}` } : {}).end(SECRET);
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const send = (path: string, privateToo = true) =>
  sendToWebhook(NOTICE, 'chat', {
    env: { WEBHOOK_CHAT: `http://127.0.0.1:${port}${path}` },
    privateToo,
    timeout: 5_000,
  });

test('a message goes out once, as JSON, and the receipt names the webhook', async () => {
  expect(await send(`/200/${SECRET}`)).toEqual({ kind: 'done', sent: { place: 'chat', id: '200' } });
  expect(asked).toEqual([
    {
      path: `/200/${SECRET}`,
      type: 'application/json; charset=utf-8',
      body: JSON.stringify({
        text: [
          '**1.10.0 is out**',
          'Read the notes.',
          '- Tag: **v1.10.0**',
          '- alice',
          '[Release](https://github.com/acme/demo)',
        ].join('\n'),
      }),
    },
  ]);
});

test.each([
  ['302', 'redirect', true],
  ['404', 'refused', true],
  ['413', 'too-long', true],
  ['429', 'wait', true],
  ['500', 'no-answer', false],
  ['000', 'no-answer', false],
])('an answer of %s fails as %s, once, and says no word of the chat', async (status, code, certain) => {
  const outcome = await send(`/${status}/${SECRET}`);
  expect(outcome).toMatchObject({ kind: 'failed', code, certain });
  expect(JSON.stringify(outcome)).not.toContain(SECRET);
  expect(asked).toHaveLength(1);
});

test('nothing listens: nothing was sent for sure', async () => {
  const env = { WEBHOOK_CHAT: 'http://127.0.0.1:1/x' };
  expect(await sendToWebhook(NOTICE, 'chat', { env, privateToo: true })).toMatchObject({
    code: 'no-connection',
    certain: true,
  });
});

test('an address on this machine is refused, and so is a name that leads there', async () => {
  expect(await send('/200/x', false)).toMatchObject({ code: 'private-webhook', certain: true });
  const env = { WEBHOOK_CHAT: `https://localhost:${port}/x` };
  expect(await sendToWebhook(NOTICE, 'chat', { env, privateToo: false })).toMatchObject({
    code: 'no-connection',
    certain: true,
  });
  expect(asked).toEqual([]);
});

test.each([
  'http://chat.example/hooks/x',
  'https://127.0.0.1/x',
  'https://[::ffff:127.0.0.1]/x',
  'https://10.1.2.3/x',
  'https://169.254.169.254/latest/meta-data/',
  'https://[fd00::1]/x',
  'https://0x7f.1/x',
  'ftp://chat.example/x',
  'https://user:pw@chat.example/x',
  'https://discord.com/api/webhooks/1/x',
  'no address',
  '',
])('%s is no address of a webhook', (given) => {
  const found = webhookAddress({ WEBHOOK_CHAT: given }, 'chat', false);
  expect(found).toMatchObject({ kind: 'failed', certain: true });
  expect(JSON.stringify(found)).not.toContain(given === '' ? 'undefined' : given);
});

const shape = (address: string): string => JSON.stringify(bodiesOf(new URL(address), NOTICE)).slice(0, 40);

test('Slack gets blocks, Teams a card, and other chats a text', () => {
  expect(shape('https://hooks.slack.com/services/T/B/x')).toContain('"text":"1.10.0 is out.');
  expect(JSON.stringify(bodiesOf(new URL('https://hooks.slack.com/x'), NOTICE))).toContain('"blocks"');
  expect(shape('https://prod-1.westeurope.logic.azure.com/workflows/x')).toContain('"type":"message"');
  expect(shape('https://x.environment.api.powerplatform.com/x')).toContain('"type":"message"');
  expect(shape('https://evil.example/hooks.slack.com')).toContain('[{"text":"**1.10.0 is out**');
  expect(shape('https://discord.com/api/webhooks/1/x/slack')).toContain('[{"text":"**1.10.0 is out**');
});

const run = (text: string, more = {}): object => ({ type: 'TextRun', text, ...more });

test('a card says it in runs of text, and its button opens the place', () => {
  const [card] = bodiesOf(new URL('https://a.logic.azure.com/x'), NOTICE) as [
    { attachments: [{ content: { body: unknown[]; actions: unknown[] } }] },
  ];
  const { body, actions } = card.attachments[0].content;
  expect(body).toEqual([
    { type: 'RichTextBlock', inlines: [run('1.10.0 is out', { weight: 'Bolder', size: 'Large' })] },
    { type: 'RichTextBlock', inlines: [run('Read the notes.')] },
    {
      type: 'RichTextBlock',
      inlines: [run('• '), run('Tag: ', { weight: 'Bolder' }), run('v1.10.0', { weight: 'Bolder' })],
    },
    { type: 'RichTextBlock', inlines: [run('• '), run('alice')] },
  ]);
  expect(actions).toEqual([
    { type: 'Action.OpenUrl', title: 'Release', url: 'https://github.com/acme/demo' },
  ]);
});

test('a message that is too long for a chat ends with what is left out', () => {
  const lines = Array.from({ length: 500 }, (_, index) => ({
    item: true,
    parts: [{ kind: 'text' as const, text: `Thing ${index} of many` }],
  }));
  for (const [address, most] of [
    ['https://discord.com/api/webhooks/1/x/slack', 2_000],
    ['https://chat.example/hooks/x', 5_000],
    ['https://a.logic.azure.com/x', 28_000],
  ] as const) {
    const [body] = bodiesOf(new URL(address), { title: 'Many', lines });
    const text = JSON.stringify(body);
    expect((body !== undefined && 'text' in body ? String(body.text) : text).length).toBeLessThan(most);
    const [, left] = /… and (\d+) more lines: see the tracking issue/.exec(text) ?? [];
    expect(text.match(/Thing \d+ of/g)).toHaveLength(500 - Number(left));
  }
});
