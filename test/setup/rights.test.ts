// Who gets in: requests that name this server, forms of its own page, the code of the log, and states that it made.
import type { Instant } from '../../src/domain/day.ts';
import { originOf } from '../../src/setup/door.ts';
import { startGate } from '../../src/setup/gate.ts';
import { startStates } from '../../src/setup/states.ts';

type Place = Parameters<typeof originOf>[1];

const HERE: Place = { host: 'localhost', publicUrl: undefined, needsCode: false };
const OPEN: Place = { host: '0.0.0.0', publicUrl: 'https://release.example', needsCode: true };

function ask(host: string, more: Record<string, string | undefined> = {}, settings: Place = HERE) {
  const { method = 'GET', ...headers } = more;
  return originOf({ method, headers: { host, ...headers }, socket: { localPort: 3000 } }, settings);
}

test.each([
  ['localhost:3000', HERE, 'http://localhost:3000'],
  ['127.0.0.1:3000', HERE, 'http://127.0.0.1:3000'],
  ['[::1]:3000', HERE, 'http://[::1]:3000'],
  ['release.example', OPEN, 'https://release.example'],
  ['10.0.0.7:8080', OPEN, 'http://10.0.0.7:8080'],
  ['[fd00::7]:3000', OPEN, 'http://[fd00::7]:3000'],
])('%s is this server', (host, settings, origin) => {
  expect(ask(host, {}, settings)).toEqual({ origin });
});

test.each([
  ['', HERE],
  ['localhost', HERE],
  ['localhost:3001', HERE],
  ['evil.example:3000', HERE],
  ['localhost.evil.example:3000', HERE],
  ['10.0.0.7:3000', HERE],
  ['evil.example', OPEN],
  ['release.example.evil.example', OPEN],
  ['release.example:8443', OPEN],
])('Host %p is refused', (host, settings) => {
  expect(ask(host, {}, settings)).toHaveProperty('refused');
});

test.each(['http://evil.example', 'null', 'http://localhost:3001', 'http://127.0.0.1:3000'])(
  'a form from %s is refused',
  (origin) => {
    expect(ask('localhost:3000', { method: 'POST', origin })).toHaveProperty('refused');
  },
);

test('a form without an origin is refused, one of the page itself is not', () => {
  expect(ask('localhost:3000', { method: 'POST' })).toHaveProperty('refused');
  expect(ask('localhost:3000', { method: 'POST', origin: 'http://localhost:3000' })).toHaveProperty('origin');
  const https = { method: 'POST', origin: 'https://release.example' };
  expect(ask('release.example', https, OPEN)).toEqual({ origin: 'https://release.example' });
});

test('without a code, what came through a proxy is refused', () => {
  for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'])
    expect(ask('localhost:3000', { [name]: 'x' })).toHaveProperty('refused');
});

test('the code lets one browser in, in any spelling', () => {
  const gate = startGate('ABCD-EFGH-JKMN');
  expect(gate.admits(undefined)).toBe(false);
  const entered = gate.enter(' abcd efghjkmn ');
  const cookie = typeof entered === 'string' ? '' : (entered.cookie.split(';')[0] ?? '');
  expect(gate.admits(`other=1; ${cookie}`)).toBe(true);
  expect([gate.admits(`${cookie}x`), gate.admits('relcomms-setup='), gate.admits('')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(gate.enter('ABCD-EFGH-JKMN')).toBe('used');
});

test('the fifth wrong code ends it, and the right one comes too late', () => {
  const gate = startGate('ABCD-EFGH-JKMN');
  const tries = ['', 'A', 'ABCD-EFGH-JKMM', 'ABCD', 'x'.repeat(1000)].map((text) => gate.enter(text));
  expect(tries).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'ended']);
  expect(gate.enter('ABCD-EFGH-JKMN')).toBe('ended');
});

test('codes are of twelve signs, and no two alike', () => {
  const codes = Array.from({ length: 50 }, () => startGate().code);
  expect(codes.filter((code) => !/^([A-HJKMNP-Z2-9]{4}-){2}[A-HJKMNP-Z2-9]{4}$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBe(50);
});

test('a state comes back once, within an hour, and only the newest twenty count', () => {
  let at = 0;
  const states = startStates(() => at as Instant);
  const state = states.make();
  expect([states.take(''), states.take(`${state}x`), states.take(state), states.take(state)]).toEqual([
    false,
    false,
    true,
    false,
  ]);
  const late = states.make();
  at += 3_600_001;
  expect(states.take(late)).toBe(false);
  const oldest = states.make();
  const rest = Array.from({ length: 20 }, () => states.make());
  expect(states.take(oldest)).toBe(false);
  expect(rest.every((one) => states.take(one))).toBe(true);
});
