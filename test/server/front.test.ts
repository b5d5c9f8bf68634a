// The App's front: what is too large or unsigned is turned away before it is read.
import { createHmac } from 'node:crypto';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { deliver, newestDelivery } from '../support/deliver.ts';
import { closedGate } from '../support/gate.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, quiet, startTestApp } from '../support/runs.ts';
import { sendRaw } from '../support/send-raw.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { openTrackingIssues } from '../support/tracking.ts';

const HOOK = '/api/github/webhooks';
const MEGABYTE = 1024 * 1024;
const LARGE = 60 * MEGABYTE;

let github: EmbeddedGitHub;
let app: RunningApp;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
  app = await startTestApp(github, () => instant('2020-01-08T12:00:00Z'), false);
});

afterAll(async () => {
  expectNoViolations(github);
  await app.close();
  await github.close();
});

/** What the process holds beyond the JavaScript heap's slack: where bodies would go. */
function held(): number {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

test('60 MB without a signature are refused before they are read', async () => {
  const request = [`POST ${HOOK} HTTP/1.1`, `Content-Length: ${LARGE}`, 'Content-Type: application/json'];
  await sendRaw(app, request, LARGE);
  const before = held();
  const answer = await sendRaw(app, request, LARGE);
  const grown = Math.max(0, held() - before);
  process.stdout.write(
    `60 MB unsigned: ${answer.status || 'hung up'} in ${answer.milliseconds.toFixed(1)} ms, ` +
      `${(answer.taken / MEGABYTE).toFixed(2)} MB left the client, memory grew by ${(grown / MEGABYTE).toFixed(2)} MB\n`,
  );
  // Whoever goes on writing may find the connection gone before the answer is read.
  expect([0, 401]).toContain(answer.status);
  // A few buffers of the system are all that may travel.
  expect(answer.taken).toBeLessThan(8 * MEGABYTE);
  expect(grown).toBeLessThan(5 * MEGABYTE);
  expect(answer.milliseconds).toBeLessThan(1000);
});

test.each([
  ['no signature', [], 401, 'signature'],
  ['no length', ['X-Hub-Signature-256: sha256=00', 'Transfer-Encoding: chunked'], 411, 'length'],
  ['too large a length', ['X-Hub-Signature-256: sha256=00', `Content-Length: ${LARGE}`], 413, 'larger'],
  ['a length that is no number', ['X-Hub-Signature-256: sha256=00', 'Content-Length: 1e9'], 400, ''],
])('a webhook with %s is refused at once', async (_, headers, status, words) => {
  const answer = await sendRaw(app, [`POST ${HOOK} HTTP/1.1`, ...headers]);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(words);
});

test.each(['GET', 'PUT', 'DELETE'])('%s is no way to bring a webhook', async (method) => {
  const answer = await fetch(app.url + HOOK, { method });
  expect(answer.status).toBe(405);
});

test('a wrong signature, one of another secret and a broken one wake nobody', async () => {
  const body = JSON.stringify({ installation: { id: github.app.installationId } });
  const before = github.journal.length;
  const signatures = [
    `sha256=${createHmac('sha256', 'another secret').update(body).digest('hex')}`,
    `sha256=${createHmac('sha256', 'development').update(body).digest('hex')}`,
    `sha256=${createHmac('sha256', github.app.webhookSecret).update(`${body} `).digest('hex')}`,
    'sha256=nonsense',
    'nonsense',
  ];
  for (const signature of signatures) {
    const answer = await fetch(app.url + HOOK, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'issues',
        'x-github-delivery': 'forged',
        'x-hub-signature-256': signature,
      },
    });
    expect([400, 401]).toContain(answer.status);
  }
  await app.idle();
  expect(github.journal.length).toBe(before);
});

test('a signed webhook is answered before its run ends, and the run follows', async () => {
  await github.as('alice').putFile('.github/relcomms.yml', `${smallConfig()}# pushed\n`);
  const gate = closedGate();
  const lift = github.before(() => gate.passed);
  expect(await deliver(github, app, newestDelivery(github, 'push'), 'one')).toBe(200);
  expect(openTrackingIssues(github)).toEqual([]);
  gate.open();
  lift();
  await quiet(github, app);
  expect(openTrackingIssues(github)).toHaveLength(1);
});

test('health, readiness and metrics are there, anything else is not', async () => {
  for (const path of ['/healthz', '/readyz', '/healthz?from=probe'])
    expect((await fetch(app.url + path)).status).toBe(200);
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  expect(metrics).toMatch(/^relcomms_runs_total\{result="succeeded"\} [1-9]\d*$/m);
  expect(metrics).toMatch(/^relcomms_operations_total [1-9]\d*$/m);
  expect(metrics).toMatch(/^relcomms_queue 0$/m);
  expect(metrics).toMatch(/^relcomms_last_success_timestamp_seconds 1578484800$/m);
  for (const line of metrics.trimEnd().split('\n'))
    expect(line).toMatch(/^$|^# (HELP|TYPE) relcomms_\w+ .+$|^relcomms_\w+(\{\w+="[\w.+-]+"\})? [\d.]+$/);
  for (const path of ['/', '/api', '/probot', '/healthz/x', '/../etc/passwd', `${HOOK}/x`])
    expect((await fetch(app.url + path)).status).toBe(404);
});
