// The control calls: their shapes, and who may make them.
import { request } from 'node:http';
import { SMALL_CONFIG, type Visitor, startVisit } from './support/visitor.ts';

let visitor: Visitor;

beforeAll(async () => {
  visitor = await startVisit();
  await visitor.must('/control/reset', { config: SMALL_CONFIG });
});

afterAll(async () => {
  await visitor.sandbox.close();
});

/** `fetch` does not let one choose the Host header. */
function statusWithHost(path: string, host: string): Promise<number | undefined> {
  const { port } = new URL(visitor.sandbox.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });
}

test('each call answers with the version and the day', async () => {
  const { status, json } = await visitor.post('/control/clock', { days: 1 });
  expect(status).toBe(200);
  expect(json).toEqual({ version: expect.any(Number) as number, day: '2020-01-07' });
});

test.each([
  ['/control/clock', {}],
  ['/control/clock', { days: 0 }],
  ['/control/clock', { day: '2020-1-7' }],
  ['/control/clock', { days: 1, day: '2020-01-07' }],
  ['/control/act', { as: 'alice', action: 'fly' }],
  ['/control/act', { as: 'alice', action: 'comment', issue: 1 }],
  ['/control/faults', {}],
  ['/control/faults', { webhooks: 'sometimes' }],
  ['/control/clock', 'no JSON'],
])('%s refuses %j and says why', async (path, order) => {
  const { status, json } = await visitor.post(path, order);
  expect(status).toBe(400);
  expect(json).toEqual({ error: expect.stringMatching(/./) as string });
});

test.each([
  ['/control/act', { as: 'mallory', action: 'close', issue: 1 }],
  ['/control/act', { as: 'alice', action: 'close', issue: 99 }],
  ['/control/reset', { scenario: 'nowhere' }],
  ['/control/clock', { day: '2029-01-01' }],
])('%s can not do %j', async (path, order) => {
  expect(await visitor.post(path, order)).toMatchObject({ status: 422 });
});

test('other pages are refused: by origin, by rebound name, by a form', async () => {
  const order = { days: 1 };
  const foreign = await visitor.post('/control/clock', order, { origin: 'http://evil.example' });
  expect(foreign.status).toBe(403);
  const otherPort = await visitor.post('/control/clock', order, { origin: 'http://127.0.0.1:1' });
  expect(otherPort.status).toBe(403);
  const form = await visitor.post('/control/clock', order, { 'content-type': 'text/plain' });
  expect(form.status).toBe(415);
  const own = await visitor.post('/control/clock', order, { origin: visitor.sandbox.url });
  expect(own.status).toBe(200);
  const paths = ['/', '/control/state', '/control/events', '/api/v3/meta'];
  const statuses = await Promise.all(paths.map((path) => statusWithHost(path, 'evil.example')));
  expect(statuses).toEqual([403, 403, 403, 403]);
  const { port } = new URL(visitor.sandbox.url);
  expect(await statusWithHost('/', `localhost:${port}`)).toBe(200);
});

test('the page loads nothing but its own files, and runs nothing inline', async () => {
  const answer = await fetch(visitor.sandbox.url);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const files = await Promise.all(
    ['/client.js', '/style.css'].map((path) => fetch(visitor.sandbox.url + path)),
  );
  expect(files.map(({ status }) => status)).toEqual([200, 200]);
});

test('server-sent events tell of every change', async () => {
  const answer = await fetch(`${visitor.sandbox.url}/control/events`);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = async (): Promise<string> => (await reader?.read())?.value ?? '';
  const first = await read();
  await visitor.must('/control/clock', { days: 1 });
  const second = await read();
  expect([first, second]).toEqual([
    expect.stringMatching(/^event: changed\ndata: \{.*\}\n\n$/),
    expect.stringMatching(/^event: changed\ndata: \{.*\}\n\n$/),
  ]);
  expect(second).not.toBe(first);
  await reader?.cancel();
});

test('two calls at once are carried out one after the other', async () => {
  const { day: before } = (await visitor.state()).clock;
  await Promise.all([1, 2, 3].map(() => visitor.must('/control/clock', { days: 1 })));
  const { day: after } = (await visitor.state()).clock;
  expect(Date.parse(after) - Date.parse(before)).toBe(3 * 86_400_000);
});
