// Requests that other pages, other machines, and strangers send to the set-up page get nothing and change nothing.
import { connect } from 'node:net';
import { existsSync } from 'node:fs';
import { type SetupPage, openSetup } from '../support/setup-page.ts';

const OPEN = { HOST: '0.0.0.0' };

const codeIn = (setup: SetupPage): string => /One-time code: (\S+)/.exec(setup.log())?.[1] ?? '';

/** Nothing listens there: the page alone is looked at. */
const open = (env: Record<string, string> = {}): Promise<SetupPage> =>
  openSetup({ GITHUB_URL: 'http://127.0.0.1:9', ...env });

let local: SetupPage;

beforeAll(async () => {
  local = await open();
});

afterAll(() => local.close());

test('on this machine alone no code is asked for, and none is in the log', async () => {
  expect((await local.get('/')).status).toBe(200);
  expect(local.log()).not.toContain('One-time code');
});

test('another Host and forms of other pages are refused', async () => {
  const fields = { address: 'https://release.example' };
  const host = { host: 'evil.example' };
  for (const answer of [
    await local.get('/', host),
    await local.get('/made?code=1&state=2', host),
    await local.post('/manifest', fields, { origin: 'https://evil.example' }),
    await local.post('/manifest', fields, { origin: 'null' }),
    await local.post('/start', {}, { origin: 'https://evil.example' }),
    await local.post('/slack', { token: 'xoxb-1' }, { origin: 'https://evil.example' }),
    await local.get('/', { 'x-forwarded-for': '10.0.0.7' }),
  ])
    expect([answer.status, answer.text.includes('<form')]).toEqual([403, false]);
});

test('every page keeps to itself: no script, no frame, nothing kept', async () => {
  for (const path of ['/', '/made', '/nothing']) {
    // oxlint-disable-next-line no-await-in-loop -- a few
    const { headers, text } = await local.get(path);
    expect(String(headers['content-security-policy']).replace(/sha256-[\w+/=]{44}/, 'HASH')).toBe(
      "default-src 'none'; style-src 'HASH'; base-uri 'none'; form-action 'self' http://127.0.0.1:9; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin',
    });
    expect(text).not.toMatch(/<script|style="|https?:\/\/(?!relcomms\.example)/);
  }
});

test('what is typed comes back escaped, with what is wrong', async () => {
  const typed = { address: '"><script>alert(1)</script>', organization: "a'><b>" };
  const { status, text } = await local.post('/manifest', typed);
  expect(status).toBe(422);
  expect(text).toContain('&quot;&gt;&lt;script&gt;');
  expect(text).not.toMatch(/<script|<b>/);
});

test('a form that is too large or none is refused, and the connection is closed', async () => {
  const large = await local.post('/manifest', { address: 'x'.repeat(20_000) });
  const json = await local.post('/manifest', {}, { 'content-type': 'application/json' });
  expect([large.status, large.headers.connection, json.status]).toEqual([413, 'close', 413]);
});

test('there is no start and no Slack before there is an App', async () => {
  expect((await local.post('/start', {})).status).toBe(409);
  expect((await local.post('/slack', { token: 'xoxb-1' })).headers.location).toBe('/');
  expect((await local.get('/start')).status).toBe(303);
  expect(existsSync(local.file)).toBe(false);
});

test('a request that breaks off or is no HTTP leaves the page as it was', async () => {
  const { port } = new URL(local.url);
  for (const words of [
    `GET http://evil.example/ HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n\r\n`,
    `GET //evil.example HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n\r\n`,
    'POST /start HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nx',
    '\0\0\0\r\n\r\n',
  ]) {
    const socket = connect(Number(port), '127.0.0.1');
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.end(words);
    socket.resume();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await new Promise((resolve) => socket.once('close', resolve));
  }
  expect((await local.get('/')).status).toBe(200);
  expect(local.log()).not.toContain('failed');
});

test('reached from other machines, everything needs the code of the log, which works once', async () => {
  const setup = await open(OPEN);
  const none = [
    await setup.get('/'),
    await setup.get('/made?code=1&state=2'),
    await setup.post('/manifest', { address: 'https://release.example' }),
    await setup.post('/start', {}),
    await setup.get('/', { cookie: 'relcomms-setup=' }),
  ];
  expect(none.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  expect(none.every(({ text }) => text.includes('One-time code') && !text.includes('name="address"'))).toBe(
    true,
  );
  const entered = await setup.post('/code', { code: codeIn(setup) });
  const [cookie = ''] = entered.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^relcomms-setup=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/$/);
  const inside = await setup.get('/', { cookie: cookie.split(';')[0] ?? '' });
  expect([inside.status, inside.text.includes('name="address"')]).toEqual([200, true]);
  const again = await setup.post('/code', { code: codeIn(setup) });
  expect([again.status, again.text.includes('used in another browser')]).toEqual([401, true]);
  expect((await setup.get('/')).status).toBe(401);
  await setup.close();
});

test('behind an address of TLS the cookie is for TLS only, and the code is asked for even on loopback', async () => {
  const setup = await open({ PUBLIC_URL: 'https://release.example' });
  const from = { host: 'release.example', origin: 'https://release.example' };
  expect((await setup.get('/', from)).status).toBe(401);
  const entered = await setup.post('/code', { code: codeIn(setup) }, from);
  const [cookie = ''] = entered.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/; Secure$/);
  const inside = await setup.get('/', { ...from, cookie: cookie.split(';')[0] ?? '' });
  expect(inside.text).toContain('value="https://release.example"');
  await setup.close();
});

test('five wrong codes end the page', async () => {
  const setup = await open(OPEN);
  const statuses: number[] = [];
  for (const code of ['1', '2', '3', '4', '5'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    statuses.push((await setup.post('/code', { code })).status);
  expect(statuses).toEqual([401, 401, 401, 401, 403]);
  expect(await setup.end).toEqual({ ended: expect.stringContaining('Five wrong codes') as string });
  await expect(setup.get('/')).rejects.toThrow(Error);
});
