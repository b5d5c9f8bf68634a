// Attack: installations that GitHub refuses, and a GitHub that is away at the start; the others go on.
import type { Instant } from '../../src/domain/day.ts';
import { leapingPauses } from '../../src/github/pauses.ts';
import { startApp, type RunningApp } from '../../src/server/start-app.ts';
import type {
  ApiRequest,
  EmbeddedGitHub,
  InstallationChange,
} from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { noon } from '../support/runs.ts';

const MINUTE = 60_000;

const TOKEN = 'POST /app/installations/{installation_id}/access_tokens';

let now: number;
let github: EmbeddedGitHub;
let app: RunningApp | undefined;

beforeEach(async () => {
  now = noon('2020-01-06');
  const seed = kubernetesSeed();
  const other = { owner: 'umbrella', repo: 'rain', files: seed.files };
  github = await startTestGitHub({ seed: { ...seed, repos: [other] } });
});

afterEach(async () => {
  expectNoViolations(github);
  await app?.close();
  app = undefined;
  await github.close();
});

async function start(): Promise<RunningApp> {
  app = await startApp({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    baseUrl: `${github.url}/api/v3`,
    port: 0,
    host: '127.0.0.1',
    now: () => now as Instant,
    pauses: leapingPauses(() => now),
    // What is waited for at the start passes at once; no request and no run takes long here.
    timer: (milliseconds, ring) => {
      if (milliseconds < MINUTE) setImmediate(ring);
      return () => {};
    },
    logLevel: 'fatal',
    tick: false,
  });
  return app;
}

/** Titles of issues by repository. */
function issues(): Record<string, number> {
  return Object.fromEntries(github.state().map(({ fullName, issues: all }) => [fullName, all.length]));
}

async function metrics({ url }: RunningApp): Promise<string> {
  return await (await fetch(`${url}/metrics`)).text();
}

// GitHub says of a suspended one that it is, so nobody asks it: only the other is refused, and counted.
test.each<[string, InstallationChange, boolean]>([
  ['is suspended', { state: 'suspended' }, false],
  ['lets in other addresses only', { state: 'ip-allow-list' }, true],
])('one that %s is named and tried again; the other gets its issue', async (_, change, isRefused) => {
  github.setInstallation('umbrella', change);
  const running = await start();
  await running.tick();
  await running.idle();
  expect(Object.values(issues())).toEqual([expect.any(Number), 0]);
  expect(Object.values(issues())[0]).toBeGreaterThan(0);
  const counted = 'relcomms_installation_refused{installation="101"} 1';
  expect((await metrics(running)).includes(counted)).toBe(isRefused);
  github.setInstallation('umbrella', { state: 'active' });
  now += 2 * MINUTE;
  await running.again();
  await running.tick();
  await running.idle();
  expect(Object.values(issues()).every((count) => count > 0)).toBe(true);
  expect(await metrics(running)).not.toContain('relcomms_installation_refused{');
});

/** Whether a request is for the repository of the second installation. */
const ofUmbrella = ({ path, body }: ApiRequest): boolean =>
  path.includes('umbrella') || JSON.stringify(body ?? null).includes('umbrella');

test('a revoked token is replaced, and the run that met it goes on', async () => {
  const running = await start();
  await running.tick();
  await running.idle();
  github.setInstallation('umbrella', { revoke: true });
  now += 24 * 60 * MINUTE;
  const before = github.journal.length;
  await running.tick();
  await running.idle();
  const since = github.journal.slice(before);
  const renewed = since.filter(({ operation }) => operation === TOKEN);
  expect(renewed).toMatchObject([{ path: '/app/installations/101/access_tokens' }]);
  expect(since.some((entry) => ofUmbrella(entry) && entry.status === 200)).toBe(true);
  expect(await metrics(running)).toContain('relcomms_runs_total{result="succeeded"} 4');
  expect(await metrics(running)).not.toContain('relcomms_installation_refused{');
}, 30_000);

test('where new tokens are refused as well, that installation alone is left until its pause is over', async () => {
  const running = await start();
  github.fault({
    times: Number.MAX_SAFE_INTEGER,
    kind: 'error-before',
    status: 401,
    match: ofUmbrella,
  });
  await running.tick();
  await running.idle();
  expect(Object.values(issues())).toEqual([expect.any(Number), 0]);
  expect(Object.values(issues())[0]).toBeGreaterThan(0);
  expect(await metrics(running)).toContain('relcomms_installation_refused{installation="101"} 1');
  // One for each installation, and a new one for that which is refused.
  expect(github.journal.filter(({ operation }) => operation === TOKEN)).toHaveLength(3);
  github.clearFaults();
  now += 2 * MINUTE;
  await running.again();
  await running.idle();
  expect(Object.values(issues()).every((count) => count > 0)).toBe(true);
}, 60_000);

test('pauses grow to an hour: a day of refusals costs 30 tries at the most', async () => {
  github.setInstallation('umbrella', { state: 'ip-allow-list' });
  const running = await start();
  const before = github.journal.length;
  for (const end = now + 24 * 60 * MINUTE; now < end; now += MINUTE) {
    // oxlint-disable-next-line no-await-in-loop -- minute by minute
    await running.again();
    // oxlint-disable-next-line no-await-in-loop -- see above
    if ((now / MINUTE) % 15 === 0) await running.tick();
  }
  await running.idle();
  const tries = github.journal.slice(before).filter(({ status }) => status === 403);
  expect(tries.length).toBeLessThanOrEqual(30);
  expect(tries.length).toBeGreaterThan(20);
}, 120_000);

test('a GitHub that is away at the start is waited for; one that does not know the App is not', async () => {
  github.fault({ times: 9, kind: 'error-before', match: ({ operation }) => operation === 'GET /app' });
  const running = await start();
  expect(running.url).toContain('http');
  await running.close();
  app = undefined;
  github.fault({
    times: 1,
    kind: 'error-before',
    status: 404,
    match: ({ operation }) => operation === 'GET /app',
  });
  await expect(start()).rejects.toMatchObject({ status: 404 });
});
