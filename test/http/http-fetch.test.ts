// The fetch on Node's own http client, against a server that answers in every way.
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Request } from '../../src/http/fetch.ts';
import { httpFetch } from '../../src/http/http-fetch.ts';

let server: Server;
let origin: string;
let answerWith: (request: IncomingMessage, response: ServerResponse) => void;
/** The ports that requests came from: one connection, one port. */
const ports: (number | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    ports.push(request.socket.remotePort);
    answerWith(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Says what it was asked. */
function echo(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { method, url, headers } = request;
    response.setHeader('content-type', 'application/json');
    response.setHeader('set-cookie', ['a=1', 'b=2']);
    response.statusCode = 201;
    response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
  });
}

const ask = (path: string, request?: Request, most?: number) => httpFetch(`${origin}${path}`, request, most);

/** Why a request came to nothing. */
async function whyNot(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => new Error('it was answered'),
    (thrown: unknown) => thrown as Error,
  );
  return error.cause instanceof Error ? `no answer: ${error.cause.message}` : error.message;
}

test('method, headers and body arrive, and status, headers and body come back', async () => {
  answerWith = echo;
  const answer = await ask('/x?y=1', {
    method: 'PATCH',
    headers: { 'X-Own': 'ü'.normalize('NFC') },
    body: 'größer',
  });
  expect([answer.status, answer.statusText, answer.ok, answer.url]).toEqual([
    201,
    'Created',
    true,
    `${origin}/x?y=1`,
  ]);
  expect(answer.headers.get('Content-Type')).toBe('application/json');
  expect(answer.headers.get('nothing')).toBeNull();
  expect(new Map(answer.headers).get('set-cookie')).toBe('a=1, b=2');
  const told = { method: 'PATCH', url: '/x?y=1', body: 'größer' };
  expect(await answer.json()).toMatchObject({ ...told, headers: { 'content-length': '8' } });
  expect(JSON.parse(await answer.clone().text())).toMatchObject(told);
  expect(JSON.parse(Buffer.from(await answer.arrayBuffer()).toString())).toMatchObject(told);
});

test('a refusal is an answer, too', async () => {
  answerWith = (_, response) => response.writeHead(404).end('no');
  const answer = await ask('/');
  expect([answer.status, answer.ok, await answer.text()]).toEqual([404, false, 'no']);
});

test('one connection serves one request after the other', async () => {
  answerWith = echo;
  ports.length = 0;
  for (let count = 0; count < 5; count += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is looked at
    await ask('/');
  }
  expect([ports.length, new Set(ports).size]).toEqual([5, 1]);
});

test('a packed body is unpacked, and an empty one stays empty', async () => {
  answerWith = (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed'));
  expect(await (await ask('/')).text()).toBe('packed');
  answerWith = (_, response) => response.writeHead(204, { 'content-encoding': 'gzip' }).end();
  expect(await (await ask('/')).text()).toBe('');
});

test('what is larger than its budget is not read, packed or not', async () => {
  answerWith = (_, response) => response.end(Buffer.alloc(1001));
  expect(await whyNot(ask('/', {}, 1000))).toBe('no answer: the answer is larger than 1000 bytes');
  expect((await (await ask('/', {}, 1001)).arrayBuffer()).byteLength).toBe(1001);
  const bomb = gzipSync(Buffer.alloc(1_000_000));
  answerWith = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  expect(bomb.length).toBeLessThan(10_000);
  expect(await whyNot(ask('/', {}, 10_000))).toMatch(/^no answer: .*larger than/);
});

test('a body that is cut off is no answer', async () => {
  answerWith = (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  };
  expect(await whyNot(ask('/'))).toMatch(/^no answer: /);
});

test('who is not there gives no answer, and says which', async () => {
  const asked = httpFetch('http://127.0.0.1:1/');
  expect(await whyNot(asked)).toBe('no answer: connect ECONNREFUSED 127.0.0.1:1');
  await expect(asked).rejects.toBeInstanceOf(TypeError);
});

test.each(['before the answer', 'within the answer'])(
  'it ends %s when it is told to, with that reason',
  async (when) => {
    const stop = new AbortController();
    answerWith = (_, response) => {
      if (when === 'within the answer') response.write('half');
      setImmediate(() => stop.abort(new Error('enough')));
    };
    expect(await whyNot(ask('/', { signal: stop.signal }))).toBe('enough');
  },
);

test('a redirect is followed, handed out or refused, as is asked', async () => {
  answerWith = (request, response) => {
    if (request.url === '/old') response.writeHead(307, { location: '/new' }).end();
    else echo(request, response);
  };
  const followed = await ask('/old', { method: 'POST', body: 'x' });
  expect([followed.url, await followed.json()]).toEqual([
    `${origin}/new`,
    expect.objectContaining({ method: 'POST', body: 'x' }),
  ]);
  const manual = await ask('/old', { redirect: 'manual' });
  expect([manual.status, manual.headers.get('location')]).toEqual([307, '/new']);
  expect(await whyNot(ask('/old', { redirect: 'error' }))).toBe('no answer: it leads to another address');
});

test('a redirect that never ends does', async () => {
  answerWith = (_, response) => response.writeHead(302, { location: '/again' }).end();
  expect(await whyNot(ask('/'))).toBe('no answer: it leads from address to address');
});

test.each(['ftp://127.0.0.1/', 'https://alice:secret@127.0.0.1/', 'nowhere'])(
  '%s is not asked',
  async (url) => {
    expect(await whyNot(httpFetch(url))).toMatch(/^no answer: /);
  },
);
