// Two receivers and three workers on one Redis: thousands of webhooks, a worker and Redis killed, Redis emptied; every repository ends right.
import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { configOfToday } from '../support/config-of-today.ts';
import { missingRedis, startRedis } from '../support/redis-server.ts';
import { ratioOf, shareOf } from './fair-share.ts';
import { type Member, startMember } from './processes.ts';
import { OWNERS, type Place, SUSPENDED, startWorld } from './world.ts';

const args = process.argv.slice(2);
const numberOf = (name: string, otherwise: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
};
/** Repositories of each account, deliveries in all, and those that are under way at once. */
const EACH = numberOf('--each', 100);
const DELIVERIES = numberOf('--deliveries', 10_000);
const AT_ONCE = 8;
/** What an account may have at once: two runs, as each process says. */
const SHARE = 2;
const NEW_TITLE = 'Settle the new theme';
/** Most that an account may wait over its fair share. */
const MOST_OVER = 1.5;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const elapsed = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const missing = missingRedis();
if (missing !== undefined) {
  say(missing);
  process.exit(1);
}

const planting = Date.now();
const { github, places } = await startWorld(EACH);
say(`${places.length} repositories planted in ${elapsed(planting)}`);
const redis = await startRedis();
const members: Member[] = [];
const join = async (role: Member['role']): Promise<void> => {
  members.push(await startMember(github, redis.url, role));
};
for (const role of ['receiver', 'receiver', 'worker', 'worker', 'worker'] as const) await join(role);
const receivers = members.filter(({ role }) => role === 'receiver');
const workers = members.filter(({ role }) => role === 'worker');
const answers: { readonly took: number; readonly status: number }[] = [];
const problems: string[] = [];
let isRough = false;

const first = Date.now();
await settled(first + 600_000);
say(`every repository has its issue after ${elapsed(first)}`);

const calm = Date.now();
await deliverMany(DELIVERIES / 2, 0);
const sent = Date.now() - calm;
await settled(Date.now() + 600_000);
const runs = members.flatMap((member) => member.runs).filter(({ begun }) => begun >= calm);
say(
  `calm: ${DELIVERIES / 2} deliveries in ${(sent / 1000).toFixed(1)} s, ${Math.round((DELIVERIES / 2 / sent) * 1000)} a second`,
);
say(
  `answered: p50 ${quantile(
    answers.map(({ took }) => took),
    0.5,
  )} ms, p99 ${quantile(
    answers.map(({ took }) => took),
    0.99,
  )} ms`,
);
say(
  `${runs.length} runs; from webhook to run: p50 ${quantile(
    runs.map(({ waited }) => waited),
    0.5,
  )} ms, p99 ${quantile(
    runs.map(({ waited }) => waited),
    0.99,
  )} ms`,
);
for (const owner of OWNERS.filter((name) => name !== SUSPENDED)) {
  const share = shareOf(owner, runs, SHARE);
  const ratio = ratioOf(share);
  say(
    `${owner}: ${share.runs} runs waited ${Math.round(share.waited)} ms, ${Math.round(share.alone)} ms by its share alone: ${ratio.toFixed(2)}`,
  );
  if (ratio > MOST_OVER) problems.push(`${owner} waited ${ratio.toFixed(2)} times its fair share`);
}
say(await memory());
say(members.map(({ role, pid }) => `${role} ${megabytesOf(pid)} MB`).join(', '));

answers.length = 0;
isRough = true;
const rough = Date.now();
const chaos = [
  async () => {
    await workers[0]?.kill();
    say('a worker is killed');
  },
  async () => {
    await redis.kill();
    say('Redis is killed');
    await pause(3_000);
    await redis.start();
    say('Redis is back, and empty');
  },
  async () => {
    await join('worker');
    say('another worker has joined');
  },
  async () => {
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    say('Redis is emptied');
  },
];
const changed = places.filter((_, index) => index % 10 === 3);
for (const [index, act] of chaos.entries()) {
  const share = changed.filter((_, n) => n % chaos.length === index);
  await Promise.all([
    deliverMany(DELIVERIES / 2 / chaos.length, index + 1),
    retitle(share),
    pause(500).then(act),
  ]);
}
say(
  `rough: answered ${statuses()}, p99 ${quantile(
    answers.map(({ took }) => took),
    0.99,
  )} ms`,
);
await settled(Date.now() + 900_000);
say(`all is quiet ${elapsed(rough)} after the first kill`);
check();
say(await memory());
for (const member of members) await member.kill();
await redis.close();
await github.close();
const trouble = new Map<string, number>();
for (const line of members.flatMap((member) => member.trouble)) {
  const kind = line.replace(/^\S* /, '').replaceAll(/\d+/g, 'N');
  trouble.set(kind, (trouble.get(kind) ?? 0) + 1);
}
for (const [line, count] of trouble) say(`in the logs ${count} times: ${line}`);
for (const problem of problems) say(`WRONG: ${problem}`);
say(problems.length === 0 ? 'every repository ended right, nothing doubled' : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);

/** Webhooks that say of all repositories in turn that an issue was edited. */
async function deliverMany(count: number, seed: number): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    for (; next < count;) {
      const number = next++;
      const place = places[(number * 7 + seed) % places.length];
      if (place === undefined) return;
      github.setWebhookUrl(`${receivers[number % receivers.length]?.url}/api/github/webhooks`);
      const begun = performance.now();
      const status = await github.deliver({ event: 'issues', payload: payloadOf(place) });
      answers.push({ took: performance.now() - begun, status: status ?? 0 });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

function payloadOf({ owner, repo }: Place): Record<string, unknown> {
  return {
    action: 'edited',
    installation: { id: github.app.installationId + OWNERS.indexOf(owner as (typeof OWNERS)[number]) },
    repository: {
      id: places.findIndex((one) => one.owner === owner && one.repo === repo) + 1,
      name: repo,
      full_name: `${owner}/${repo}`,
      owner: { login: owner },
      default_branch: 'main',
    },
    issue: { number: 1, state: 'open' },
  };
}

/** People change the config while things break: at the end every issue has to show it. */
async function retitle(share: readonly Place[]): Promise<void> {
  for (const { owner, repo } of share) {
    const alice = github.as('alice', `${owner}/${repo}`);
    await alice.putFile('.github/relcomms.yml', configOfToday(Date.now(), NEW_TITLE), 'Another title');
  }
}

/** Resolves when every issue is right and nothing has waited or run for a while; at the deadline in any case. */
async function settled(deadline: number): Promise<void> {
  let quiet = 0;
  while (quiet < 5 && Date.now() < deadline) {
    await pause(200);
    quiet = (await waiting()) === 0 && wrong(github).length === 0 ? quiet + 1 : 0;
  }
  if (Date.now() >= deadline) problems.push('it did not become quiet in time');
}

/** Repositories that wait or run, without those of the suspended account. */
async function waiting(): Promise<number> {
  const client = new Redis(redis.url);
  const prefix = '{relcomms}:';
  const [all, rest, held, later] = await Promise.all([
    client.zcard(`${prefix}waiting`),
    client.llen(`${prefix}wait:${github.app.installationId + OWNERS.indexOf(SUSPENDED)}`),
    client.hlen(`${prefix}held`),
    client.zcard(`${prefix}later`),
  ]);
  client.disconnect();
  return all - rest + held + later;
}

function wrong(world: EmbeddedGitHub): string[] {
  const renamed = new Set(isRough ? changed.map(({ owner, repo }) => `${owner}/${repo}`) : []);
  return world.state().flatMap(({ fullName, issues }) => {
    const tracking = issues.filter(({ body }) => body.includes('/tracking-issue -->'));
    if (fullName.startsWith(`${SUSPENDED}/`))
      return tracking.length === 0 ? [] : [`${fullName} is suspended`];
    if (tracking.length !== 1 || issues.length !== 1) return [`${fullName} has ${issues.length} issues`];
    const [issue] = tracking;
    const ledgers = issue?.comments.filter(({ body }) => body.includes('/ledger -->')) ?? [];
    if (ledgers.length !== 1) return [`${fullName} has ${ledgers.length} ledgers`];
    const isNew = issue?.body.includes(NEW_TITLE) === true;
    return isNew === renamed.has(fullName) ? [] : [`${fullName} shows the wrong title`];
  });
}

function check(): void {
  problems.push(...wrong(github).slice(0, 20));
}

function statuses(): string {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(', ');
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}

function megabytesOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

async function memory(): Promise<string> {
  const client = new Redis(redis.url);
  const used = /used_memory_human:(\S+)/.exec(await client.info('memory'))?.[1];
  const keys = await client.dbsize();
  client.disconnect();
  return `Redis holds ${used} in ${keys} keys`;
}
