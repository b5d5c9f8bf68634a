// A page that had its name rebound to this machine, or that another program here serves, is kept out of the sandbox.
import { foreign } from '../../packages/embedded-github/src/server.ts';

const ask = (host: string | undefined, origin?: string, localPort: number | undefined = 4100) =>
  foreign({ headers: { host, origin }, socket: { localPort } }, '10.0.0.5');

test.each([
  ['localhost:4100', undefined],
  ['LOCALHOST:4100', undefined],
  ['127.0.0.1:4100', 'http://127.0.0.1:4100'],
  ['[::1]:4100', undefined],
  ['10.0.0.5:4100', undefined],
])('%s from %s is let in', (host, origin) => {
  expect(ask(host, origin)).toBeUndefined();
});

test.each([
  [undefined, undefined],
  ['', undefined],
  ['localhost', undefined],
  ['localhost:', undefined],
  ['localhost:4101', undefined],
  ['localhost:4100:4100', undefined],
  ['localhost:04100x', undefined],
  ['localhost:69636', undefined],
  ['evil.example:4100', undefined],
  ['localhost.evil.example:4100', undefined],
  ['evil@localhost:4100', undefined],
  ['localhost:4100', 'http://localhost:4101'],
  ['localhost:4100', 'https://localhost:4100'],
  ['localhost:4100', 'null'],
])('%s from %s is refused', (host, origin) => {
  expect(ask(host, origin)).toMatch(/refused/);
});

test('a host without a port means port 80', () => {
  expect(ask('localhost', undefined, 80)).toBeUndefined();
});
