// The App on a real Redis: several processes as one, a worker killed in the middle of a run, Redis killed, empty and back.
import type { Instant } from '../../../src/domain/day.ts';
import { type RunningApp, startApp } from '../../../src/server/start-app.ts';
import type { AppOptions } from '../../../src/server/app-options.ts';
import type { EmbeddedGitHub } from '../../../packages/embedded-github/src/index.ts';
import { startAppProcess } from '../../support/app-process.ts';
import { configOfToday } from '../../support/config-of-today.ts';
import { closedGate } from '../../support/gate.ts';
import { expectNoViolations, startTestGitHub } from '../../support/github.ts';
import { kubernetesSeed } from '../../support/kubernetes-seed.ts';
import { type RedisServer, startRedis } from '../../support/redis-server.ts';
import { ledgersOf, openTrackingIssues } from '../../support/tracking.ts';
import { withRedis } from '../../support/with-redis.ts';

let github: EmbeddedGitHub;
let redis: RedisServer;
let apps: RunningApp[];

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function start(more: Partial<AppOptions> = {}): Promise<RunningApp> {
  const app = await startApp({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    baseUrl: `${github.url}/api/v3`,
    port: 0,
    host: '127.0.0.1',
    now: () => Date.now() as Instant,
    pauses: { second: 1 },
    logLevel: 'fatal',
    tick: false,
    redisUrl: redis.url,
    ...more,
  });
  apps.push(app);
  return app;
}

const hear = (app: RunningApp): void => github.setWebhookUrl(`${app.url}/api/github/webhooks`);
const status = async (app: RunningApp, path: string): Promise<number> => (await fetch(app.url + path)).status;
const poke = (): Promise<number | undefined> =>
  github.deliver({ event: 'issues', payload: { action: 'edited' } });

withRedis('the App on Redis', () => {
  beforeEach(async () => {
    apps = [];
    redis = await startRedis();
    github = await startTestGitHub({ seed: kubernetesSeed(configOfToday(Date.now())), lag: 0 });
  });
  afterEach(async () => {
    await Promise.all(apps.map((app) => app.close()));
    expectNoViolations(github);
    await redis.close();
    await github.close();
  });

  test('what a receiver hears, a worker does, and only one of two', async () => {
    const ran: string[] = [];
    const receiver = await start({ role: 'receiver' });
    const onRun = (who: string) => () => void ran.push(who);
    await start({ role: 'worker', onRun: onRun('a') });
    await start({ role: 'worker', onRun: onRun('b') });
    hear(receiver);
    expect(await Promise.all([poke(), poke(), poke()])).toEqual([200, 200, 200]);
    await receiver.idle();
    await github.settled();
    await receiver.idle();
    expect(openTrackingIssues(github)).toHaveLength(1);
    expect(ran.length).toBeGreaterThan(0);
    expect(ran.length).toBeLessThan(5);
  });

  test('a worker hears no webhooks', async () => {
    const worker = await start({ role: 'worker' });
    hear(worker);
    expect([await poke(), await status(worker, '/readyz'), await status(worker, '/metrics')]).toEqual([
      404, 200, 200,
    ]);
  });

  test('while Redis is away webhooks are heard and /readyz says so; when it is back they are looked up', async () => {
    const receiver = await start({ role: 'receiver' });
    hear(receiver);
    await redis.kill();
    await until(async () => (await status(receiver, '/readyz')) === 503);
    expect(await (await fetch(`${receiver.url}/readyz`)).text()).toContain('Redis is away');
    expect(await poke()).toBe(202);
    expect(await (await fetch(`${receiver.url}/metrics`)).text()).toMatch(
      /^relcomms_webhooks_missed_total 1$/m,
    );
    await redis.start();
    await until(async () => (await status(receiver, '/readyz')) === 200);
    // The rounds find the repository, too: nothing but the missed webhook is looked for here.
    await start({ role: 'worker', tick: true });
    await until(() =>
      github.journal.some(({ operation }) => operation === 'GET /app/hook/deliveries/{delivery_id}'),
    );
    expect(await poke()).toBe(200);
  });

  test('a worker that starts without Redis waits for it', async () => {
    await redis.kill();
    const both = await start({});
    expect(await status(both, '/readyz')).toBe(503);
    await redis.start();
    await until(async () => (await status(both, '/readyz')) === 200);
    hear(both);
    expect(await poke()).toBe(200);
    await until(() => openTrackingIssues(github).length === 1);
  });

  test('after Redis was emptied in the middle of a run, that run writes no more and another makes it right', async () => {
    const gate = closedGate();
    let isHeld = false;
    const lift = github.before(async ({ operation }) => {
      if (operation !== 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments' || isHeld) return;
      isHeld = true;
      await gate.passed;
    });
    const app = await start({});
    hear(app);
    await poke();
    await until(() => isHeld);
    await redis.kill();
    await redis.start();
    await until(async () => (await poke()) === 200);
    gate.open();
    lift();
    await until(() => openTrackingIssues(github).length === 1);
    await app.idle();
    await github.settled();
    await app.idle();
    const [issue] = openTrackingIssues(github);
    expect(openTrackingIssues(github)).toHaveLength(1);
    expect(ledgersOf(github, issue?.number ?? 0)).toHaveLength(1);
  });

  test('a worker killed in the middle of a run loses nothing, and nothing is done twice', async () => {
    const gate = closedGate();
    let isHeld = false;
    github.before(async ({ operation }) => {
      if (operation !== 'POST /repos/{owner}/{repo}/issues' || isHeld) return;
      isHeld = true;
      await gate.passed;
    });
    const receiver = await start({ role: 'receiver' });
    const worker = await startAppProcess(github, { REDIS_URL: redis.url, ROLE: 'worker' });
    hear(receiver);
    await poke();
    await until(() => isHeld);
    await worker.end('SIGKILL');
    gate.open();
    await start({ role: 'worker' });
    await until(
      () =>
        openTrackingIssues(github).length > 0 &&
        ledgersOf(github, openTrackingIssues(github)[0]?.number ?? 0).length > 0,
    );
    await receiver.idle();
    const [issue] = openTrackingIssues(github);
    expect(openTrackingIssues(github)).toHaveLength(1);
    expect(ledgersOf(github, issue?.number ?? 0)).toHaveLength(1);
    expect(await (await fetch(`${receiver.url}/metrics`)).text()).toMatch(/^relcomms_stalled 1$/m);
  });

  test('an installation that GitHub refuses is left alone and named, and the hint is kept', async () => {
    github.setInstallation('acme', { state: 'ip-allow-list' });
    const app = await start({});
    hear(app);
    expect(await poke()).toBe(200);
    await until(async () =>
      (await (await fetch(`${app.url}/metrics`)).text()).includes(
        'relcomms_installation_refused{installation=',
      ),
    );
    expect(openTrackingIssues(github)).toEqual([]);
    github.setInstallation('acme', { state: 'active' });
  });
});
