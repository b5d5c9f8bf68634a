// Webhooks about many open pull requests over some time, on a clock that the test turns, and what they cost.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { leapingPauses } from '../../src/github/pauses.ts';
import { type RunningApp, startApp } from '../../src/server/start-app.ts';
import { startTestGitHub } from './github.ts';
import { PULLS_NOW, openPulls } from './open-pulls.ts';
import { crowdSeed } from './pull-crowd.ts';
import { issue } from './tracking.ts';
import { type TurnedClock, turnedClock } from './turned-clock.ts';

const MINUTE = 60_000;
const ROUND = 15 * MINUTE;
const OURS = 'needs-approval';

/** Pull requests that people change, all of them of the release at first. */
const CHANGED = 50;

export interface Played {
  readonly points: number;
  readonly requests: number;
  /** Minutes until our label on a pull request followed, at the most. */
  readonly followed: number;
  /** Minutes until somebody was asked who had to approve a new one. */
  readonly asked: number;
}

interface World {
  readonly github: EmbeddedGitHub;
  readonly app: RunningApp;
  readonly clock: TurnedClock;
}

/** So many webhooks in so many minutes, each from somebody who makes a pull request a draft, or takes that back. */
export async function playWebhooks(pulls: number, webhooks: number, minutes: number): Promise<Played> {
  const clock = turnedClock(PULLS_NOW);
  const github = await startTestGitHub({ seed: crowdSeed(openPulls(pulls)), now: clock.now, lag: 0 });
  const app = await startOn(github, clock);
  try {
    return await play({ github, app, clock }, webhooks, (minutes * MINUTE) / webhooks);
  } finally {
    await app.close();
    await github.close();
  }
}

async function startOn(github: EmbeddedGitHub, clock: TurnedClock): Promise<RunningApp> {
  const app = await startApp({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    baseUrl: `${github.url}/api/v3`,
    port: 0,
    host: '127.0.0.1',
    now: clock.now,
    timer: clock.timer,
    pauses: { ...leapingPauses(clock.now), second: 1000 },
    logLevel: 'fatal',
    tick: false,
  });
  for (let rounds = 0; rounds < 4; rounds++) {
    // oxlint-disable-next-line no-await-in-loop -- one round after the other, until nothing is left to do
    await app.tick();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await app.idle();
  }
  github.setWebhookUrl(`${app.url}/api/github/webhooks`);
  clock.pass(2 * MINUTE);
  return app;
}

async function play(world: World, webhooks: number, gap: number): Promise<Played> {
  const { github, app, clock } = world;
  const from = github.journal.length;
  const changed = new Map<number, Change>();
  const fresh = await openFresh(github);
  const opened = clock.now();
  let [followed, asked, round] = [0, Infinity, clock.now()];
  const look = (): void => {
    for (const [number, { at, isDraft }] of changed) {
      if (issue(github, number).labels.includes(OURS) === isDraft) continue;
      followed = Math.max(followed, (clock.now() - at) / MINUTE);
      changed.delete(number);
    }
    if (asked === Infinity && isAsked(github, fresh)) asked = (clock.now() - opened) / MINUTE;
  };
  for (let count = 0; count < webhooks + Math.ceil((2 * MINUTE) / gap); count++) {
    // The newest change of a pull request counts.
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (count < webhooks) changed.set(numberAt(count), await change(world, count));
    clock.pass(gap);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await rest(world);
    if (clock.now() - round >= ROUND) {
      round = clock.now();
      // oxlint-disable-next-line no-await-in-loop -- see above
      await app.tick();
      // oxlint-disable-next-line no-await-in-loop -- see above
      await rest(world);
    }
    look();
  }
  const sent = github.journal.slice(from).filter(({ byHand }) => !byHand);
  const points = sent.reduce((sum, entry) => sum + (entry.points ?? 0), 0);
  return { points, requests: sent.length, followed: changed.size > 0 ? Infinity : followed, asked };
}

async function rest({ github, app }: World): Promise<void> {
  await github.settled();
  await app.rest();
}

interface Change {
  readonly at: number;
  readonly isDraft: boolean;
}

function numberAt(count: number): number {
  return 1 + (count % CHANGED);
}

async function change({ github, clock }: World, count: number): Promise<Change> {
  const isDraft = Math.floor(count / CHANGED) % 2 === 0;
  await github.as('alice').setDraft(numberAt(count), isDraft);
  return { at: clock.now(), isDraft };
}

/** Waits for carol, who owns the file and has not been asked for anything yet. */
async function openFresh(github: EmbeddedGitHub): Promise<number> {
  const bob = github.as('bob');
  await bob.pushBranch('fresh', { 'c/fresh.ts': 'fresh' }, 'Fresh', 'release-1.10');
  return await bob.openPull({ title: 'Fresh', head: 'fresh', base: 'release-1.10' });
}

function isAsked(github: EmbeddedGitHub, number: number): boolean {
  return issue(github, number).comments.some(({ body }) => body.includes('@carol'));
}
