// Where a redirect leads: the method, the body and the secrets that go along.
import { redirectOf, webAddress } from '../../src/http/redirect.ts';

const FROM = new URL('https://api.github.com/repos/acme/demo');
const POST = {
  method: 'POST',
  headers: { Authorization: 'token x', 'content-type': 'application/json', accept: '*/*' },
  body: '{}',
};

const led = (status: number, location: string | undefined, request: object = POST) => {
  const next = redirectOf({ status, location }, FROM, request);
  return next && { url: next.url.href, ...next.request };
};

test.each([301, 302])('a POST that meets %i becomes a GET without its body', (status) => {
  expect(led(status, '/repositories/1')).toEqual({
    url: 'https://api.github.com/repositories/1',
    method: 'GET',
    body: undefined,
    headers: { Authorization: 'token x', accept: '*/*' },
  });
});

test.each([307, 308])('%i keeps method and body', (status) => {
  expect(led(status, '/repositories/1')).toEqual({ url: 'https://api.github.com/repositories/1', ...POST });
});

test.each([301, 302, 307, 308])('%i keeps a PATCH with its body', (status) => {
  expect(led(status, '/x', { ...POST, method: 'PATCH' })).toMatchObject({ method: 'PATCH', body: '{}' });
});

test('303 asks with GET, but for a HEAD', () => {
  expect(led(303, '/x', { method: 'PUT', body: 'x' })).toMatchObject({ method: 'GET', body: undefined });
  expect(led(303, '/x', { method: 'HEAD' })).toMatchObject({ method: 'HEAD' });
});

test('a request without a method is a GET, and stays one', () => {
  expect(led(301, '/x', {})).toEqual({ url: 'https://api.github.com/x', headers: {} });
});

test.each(['https://evil.test/x', 'http://api.github.com/x', 'https://api.github.com:8443/x'])(
  'the secrets do not go to %s',
  (location) => {
    const headers = { AUTHORIZATION: 'token x', cookie: 'a', 'Proxy-Authorization': 'b', accept: '*/*' };
    expect(led(307, location, { headers })).toEqual({ url: location, headers: { accept: '*/*' } });
  },
);

test('what is no redirect, or names no place, is none', () => {
  expect([led(200, '/x'), led(304, '/x'), led(300, '/x'), led(301, undefined)]).toEqual(
    Array(4).fill(undefined),
  );
});

test.each([
  'file:///etc/passwd',
  'javascript:1',
  'https://alice:secret@github.com/',
  'https://alice@github.com/',
])('%s is not followed', (location) => {
  expect(() => led(301, location)).toThrow(/is not asked|holds a user or a password/);
});

test('an address of the web is one', () => {
  expect(webAddress('http://127.0.0.1:3000/api').href).toBe('http://127.0.0.1:3000/api');
});
