// Requests to the emulator: no connection is used twice, and a lost one is told in words.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loopbackRequest } from '../src/loopback-request.ts';

let server: Server;
let connections = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/lost') request.socket.destroy();
    else request.pipe(response.setHeader('link', 'next'));
  }).on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => server.close());

const ask = (path: string, text?: string): ReturnType<typeof loopbackRequest> => {
  const { port } = server.address() as AddressInfo;
  return loopbackRequest({ port, method: 'POST', path, headers: {}, text });
};

test('each request has a connection of its own', async () => {
  expect(await ask('/echo', 'Grüße')).toMatchObject({
    status: 200,
    text: 'Grüße',
    headers: { link: 'next', connection: 'close' },
  });
  expect(await ask('/echo')).toMatchObject({ text: '' });
  expect(connections).toBe(2);
});

test('a lost connection is an error that names the request', async () => {
  const error: unknown = await ask('/lost').catch((caught: unknown) => caught);
  // Not an error of another realm, which GraphQL could not tell.
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toContain('POST /lost was not answered: ');
});
