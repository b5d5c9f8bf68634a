// Anybody on the network against the webhook port of the App as people start it: memory, time, log, and its end.
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { startFlood } from '../support/start-flood.ts';
import { startTestGitHub } from '../support/github.ts';
import { smallSeed } from '../support/small-cycle.ts';

const HOOK = '/api/github/webhooks';
const MEGABYTE = 1024 * 1024;
/** Seconds of hostile connections; a minute in the long tests. */
const SECONDS = process.env['LONG'] === '1' ? 60 : 5;

let github: EmbeddedGitHub;
let app: AppProcess;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
  app = await startAppProcess(github, { WEBHOOK_SECRET_FORMER: 'the one before' });
});

afterAll(async () => {
  await app.end();
  await github.close();
});

function signed(body: string, secret = github.app.webhookSecret): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-github-event': 'ping',
    'x-github-delivery': 'one',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
}

/** Milliseconds until a good delivery is answered with 200. */
async function goodDelivery(secret?: string): Promise<number> {
  const body = JSON.stringify({ zen: 'x'.repeat(20_000), hook_id: 1 });
  const begin = performance.now();
  const answer = await fetch(app.url + HOOK, { method: 'POST', body, headers: signed(body, secret) });
  await answer.text();
  expect(answer.status).toBe(200);
  return performance.now() - begin;
}

async function deliveriesFor(seconds: number): Promise<number[]> {
  const times: number[] = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    times.push(await goodDelivery());
    // oxlint-disable-next-line no-await-in-loop -- a steady stream
    await pause(10);
  }
  return times.toSorted((a, b) => a - b);
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
}

test('200 hostile connections take no memory, and good deliveries go on', async () => {
  await deliveriesFor(1);
  const quiet = await deliveriesFor(3);
  const before = app.memory().now;
  const flood = await startFlood(app.url, 200);
  const busy = await deliveriesFor(SECONDS);
  const made = await flood.end();
  const grown = app.memory().most - before;
  process.stdout.write(
    `${made} hostile connections in ${SECONDS} s, 200 at a time: good deliveries p50 ${at(busy, 0.5).toFixed(1)} ms ` +
      `(quiet ${at(quiet, 0.5).toFixed(1)}), p99 ${at(busy, 0.99).toFixed(1)} ms (quiet ${at(quiet, 0.99).toFixed(1)}), ` +
      `memory grew by ${grown.toFixed(0)} MB\n`,
  );
  expect(grown).toBeLessThan(100);
  expect(busy.length).toBeGreaterThan(SECONDS);
}, 120_000);

test('25 MB that are signed wrongly are not logged, and neither is a private payload', async () => {
  const before = app.log().length;
  const body = JSON.stringify({ secret: 'a private word', filler: 'x'.repeat(20 * MEGABYTE) });
  const answer = await fetch(app.url + HOOK, {
    method: 'POST',
    body,
    headers: signed(body, 'another secret'),
  });
  expect(answer.status).toBe(401);
  const broken = '{ "private": "a private word"';
  const refused = await fetch(app.url + HOOK, { method: 'POST', body: broken, headers: signed(broken) });
  expect(refused.status).toBe(400);
  expect(app.log().slice(before)).not.toContain('private word');
  expect(app.log().length - before).toBeLessThan(2_000);
});

test('a process with a small heap outlives them', async () => {
  const small = await startAppProcess(github, {}, ['--max-old-space-size=128']);
  const body = `{"filler":"${'x'.repeat(24 * MEGABYTE)}"}`;
  const headers = signed(body, 'another secret');
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      fetch(small.url + HOOK, { method: 'POST', body, headers }).then(
        ({ status }) => status,
        () => 'cut' as const,
      ),
    ),
  );
  for (const answer of answers) expect([401, 'cut']).toContain(answer);
  expect((await fetch(`${small.url}/healthz`)).status).toBe(200);
  await small.end();
});

test('the secret before the present one still signs; any other does not', async () => {
  await goodDelivery('the one before');
  const body = '{}';
  for (const secret of ['', 'development', 'the one before that']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answer = await fetch(app.url + HOOK, {
      method: 'POST',
      body,
      headers: signed(body, secret || ' '),
    });
    expect(answer.status).toBe(401);
  }
});

test('a body that never ends does not keep the App alive', async () => {
  const { hostname, port } = new URL(app.url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => {});
  const head = [
    `POST ${HOOK} HTTP/1.1`,
    'Host: app',
    'Content-Length: 1000',
    'Content-Type: application/json',
  ];
  socket.write(`${[...head, `X-Hub-Signature-256: sha256=${'0'.repeat(64)}`].join('\r\n')}\r\n\r\n{`);
  await goodDelivery();
  const took = await app.end();
  process.stdout.write(`SIGTERM with an open body: ended after ${(took / 1000).toFixed(1)} s\n`);
  expect(took).toBeLessThan(30_000);
  socket.destroy();
});
