// The App's settings: all credentials or none; with half of them it refuses to start.
import { readEnvironment } from '../../src/server/environment.ts';
import { APP_KEY } from '../support/app-key.ts';

const GOOD = { APP_ID: '12345', PRIVATE_KEY: APP_KEY.replaceAll('\n', '\\n'), WEBHOOK_SECRET: 'whisper' };

test('no credentials at all start the sandbox, on the port asked for', () => {
  expect(readEnvironment({})).toEqual({ kind: 'sandbox', port: 3000 });
  expect(readEnvironment({ PORT: '0' })).toEqual({ kind: 'sandbox', port: 0 });
});

test.each(['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'])('without %s it refuses and names it', (name) => {
  for (const value of [undefined, '']) {
    const found = readEnvironment({ ...GOOD, [name]: value });
    expect(found).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining(`${name} missing`) as string,
    });
  }
});

test('with one credential alone it names both that are missing', () => {
  expect(readEnvironment({ WEBHOOK_SECRET: 'whisper' })).toMatchObject({
    kind: 'refused',
    why: expect.stringMatching(/^APP_ID and PRIVATE_KEY missing/) as string,
  });
});

test('a token for the state that could be guessed is refused, a longer one is taken over', () => {
  expect(readEnvironment({ ...GOOD, STATUS_TOKEN: 'short' })).toEqual({
    kind: 'refused',
    why: 'STATUS_TOKEN is too short; use at least 16 random characters.',
  });
  const statusToken = 'x'.repeat(16);
  expect(readEnvironment({ ...GOOD, STATUS_TOKEN: statusToken })).toMatchObject({ options: { statusToken } });
});

test('with all of them the App starts; a key on one line gets its line breaks back', () => {
  expect(readEnvironment(GOOD)).toEqual({
    kind: 'app',
    options: {
      appId: '12345',
      privateKey: APP_KEY,
      webhookSecret: 'whisper',
      baseUrl: 'https://api.github.com',
      port: 3000,
      host: 'localhost',
      logLevel: 'info',
    },
  });
});

test('an enterprise server, its protocol, port, host and log level are taken over', () => {
  const env = { ...GOOD, GHE_HOST: 'git.example', PORT: '8080', HOST: '0.0.0.0', LOG_LEVEL: 'warn' };
  expect(readEnvironment(env)).toMatchObject({
    options: { baseUrl: 'https://git.example/api/v3', port: 8080, host: '0.0.0.0', logLevel: 'warn' },
  });
  expect(readEnvironment({ ...env, GHE_PROTOCOL: 'http' })).toMatchObject({
    options: { baseUrl: 'http://git.example/api/v3' },
  });
});

test.each([
  ['PORT', 'http'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '3000.5'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused with the value and what it can be', (name, value) => {
  const found = readEnvironment({ ...GOOD, [name]: value });
  expect(found).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining(`${name} is "${value}"`) as string,
  });
});

describe('many processes', () => {
  const app = { APP_ID: '1', PRIVATE_KEY: APP_KEY, WEBHOOK_SECRET: 'secret' };
  const refusal = (more: Record<string, string>): unknown => {
    const found = readEnvironment({ ...app, ...more });
    return found.kind === 'refused' ? found.why : found.kind;
  };

  test('a Redis and a role', () => {
    const found = readEnvironment({ ...app, REDIS_URL: 'redis://127.0.0.1:6379', ROLE: 'worker' });
    expect(found).toMatchObject({ options: { redisUrl: 'redis://127.0.0.1:6379', role: 'worker' } });
    expect(readEnvironment(app)).toMatchObject({ options: { redisUrl: undefined, role: undefined } });
  });

  test('a role needs a Redis, and there are three', () => {
    expect(refusal({ ROLE: 'receiver' })).toContain('needs REDIS_URL');
    expect(refusal({ ROLE: 'boss' })).toContain('both, receiver, worker');
    expect(refusal({ ROLE: 'both' })).toBe('app');
  });

  test('an address that is none is not repeated: it may hold a password', () => {
    const why = refusal({ REDIS_URL: 'user:hunter2@host' });
    expect([String(why).includes('REDIS_URL'), String(why).includes('hunter2')]).toEqual([true, false]);
  });
});

test.each([
  'x',
  APP_KEY.slice(0, 200),
  APP_KEY.replace('RSA PRIVATE', 'RSA PUBLIC'),
  APP_KEY.replaceAll('\n', ''),
])('a key that is none is refused before GitHub is asked, and nothing of it is repeated', (key) => {
  const found = readEnvironment({ ...GOOD, PRIVATE_KEY: key });
  expect(found).toMatchObject({
    kind: 'refused',
    why: expect.stringMatching(/^PRIVATE_KEY is not a private key\. Set it to the whole text/) as string,
  });
  expect(JSON.stringify(found)).not.toContain(APP_KEY.slice(40, 60));
});
