// The cause of a run that broke off, by which it is tried again.
import { heldBack } from '../../src/github/held.ts';
import { causeOf, limitEnd } from '../../src/server/cause-of.ts';

const failed = (status: number, message = 'no', headers: Record<string, string> = {}): Error =>
  Object.assign(new Error(message), { status, response: { headers } });

test.each([
  ['held', heldBack('lost')],
  ['installation', failed(401)],
  ['installation', failed(403, 'This installation has been suspended')],
  ['limit', failed(403, 'API rate limit exceeded')],
  ['limit', failed(429)],
  ['refused', failed(404)],
  ['refused', failed(422)],
  ['github', failed(502)],
  ['github', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  ['time', new Error('it took longer than 10 minutes and was given up')],
  ['crash', new TypeError('x is undefined')],
  ['crash', 'no error at all'],
])('%s', (cause, error) => {
  expect(causeOf(error)).toBe(cause);
});

test('a limit ends when GitHub says so', () => {
  expect(limitEnd(failed(429, 'no', { 'retry-after': '30' }), 1000)).toBe(31_000);
  expect(limitEnd(failed(403, 'no', { 'x-ratelimit-reset': '90' }), 1000)).toBe(90_000);
  expect(limitEnd(failed(403, 'no', { 'x-ratelimit-reset': '90' }), 95_000)).toBeUndefined();
  expect(limitEnd(new Error('no'), 0)).toBeUndefined();
});
