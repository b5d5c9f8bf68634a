// Which pages count as answering, and where a config can't lead us.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unreachable } from '../../src/channels/unreachable.ts';

let server: Server;
let url: string;
let connections = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/moved') response.writeHead(302, { location: '/page' }).end();
    else if (path === '/round') response.writeHead(301, { location: '/round' }).end();
    else if (/^\/\d+$/.test(path)) response.writeHead(Number(path.slice(1))).end();
    else if (path === '/silent') request.socket.destroy();
    else response.writeHead(path === '/page' ? 200 : 404).end('x'.repeat(100_000));
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a page that answers, after a move too, is none of them', async () => {
  expect(await unreachable([`${url}/page`, `${url}/moved`], { privateToo: true })).toEqual([]);
});

test.each([
  ['/none', 'answers with 404'],
  ['/300', 'answers with 300'],
  ['/round', 'leads on and on'],
  ['/silent', 'does not answer'],
])('%s %s', async (path, reason) => {
  expect(await unreachable([`${url}${path}`], { privateToo: true })).toEqual([`${url}${path} ${reason}`]);
});

test.each([
  'http://example.org/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://10.1.2.3/',
  'https://169.254.169.254/latest/meta-data/',
  'https://192.168.0.1/',
  'https://[fd00::1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://0x7f.1/',
])('%s is no page for everybody, and nobody is asked', async (page) => {
  expect(await unreachable([page], { privateToo: false })).toEqual([`${page} is no public https page`]);
});

test('a name that leads to this machine is not followed: no connection is opened', async () => {
  const before = connections;
  const page = `https://localhost:${new URL(url).port}/`;
  expect(await unreachable([page], { privateToo: false })).toEqual([`${page} does not answer`]);
  expect(connections).toBe(before);
  expect(await unreachable([page], { privateToo: true })).toEqual([`${page} does not answer`]);
  expect(connections).toBeGreaterThan(before);
});
