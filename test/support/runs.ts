// Runs relcomms against an embedded GitHub the way an Action and the way an App does.
import { installationToken } from '../../packages/embedded-github/test/support/app-token.ts';
import { Octokit } from '@octokit/rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { takeQuickTurns } from '../../sandbox/machine/quick-turns.ts';
import { type Instant, day, instantOf } from '../../src/domain/day.ts';
import { type GitHub, gitHub } from '../../src/github/client.ts';
import { octokitOptions } from '../../src/github/octokit-options.ts';
import { type Clock, type Pacer, startPacer } from '../../src/github/pacer.ts';
import { leapingPauses } from '../../src/github/pauses.ts';
import { type Run, type Scope, reconcile } from '../../src/run/reconcile.ts';
import { rememberPrepared } from '../../src/run/remember-prepared.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { ACTIONS_BOT } from '../../packages/embedded-github/src/index.ts';
import { type RunningApp, startApp } from '../../src/server/start-app.ts';
import type { AppOptions } from '../../src/server/app-options.ts';

/** Noon in the zone of the Kubernetes cycle. */
export function noon(text: string): Instant {
  return instantOf(day(text), '12:00', 'America/Los_Angeles');
}

export { at as instant } from './world.ts';

// Each request would wait a dozen milliseconds for timers, more than it takes.
takeQuickTurns();

const Client = Octokit.plugin(throttling, retry);

/** Refusals are part of many stories; what matters of them is in the report of the run. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A client as the Action has it; without a pacer its pauses take no time. */
export function clientOf(github: EmbeddedGitHub, login = ACTIONS_BOT, pacer?: Pacer): GitHub {
  return clientWith(github, github.token(login), pacer);
}

/** The same with any token. */
export function clientWith(github: EmbeddedGitHub, auth: string, pacer?: Pacer): GitHub {
  const pauses = leapingPauses(Date.now);
  const octokit = new Client({
    auth,
    baseUrl: `${github.url}/api/v3`,
    log: SILENT,
    ...octokitOptions(pauses),
  });
  return gitHub(
    octokit,
    { owner: 'acme', repo: 'demo' },
    pacer ?? (pauses.clock && startPacer(pauses.clock)),
  );
}

const prepare = rememberPrepared();

/** One run as the Action makes it; what it reads of a config is remembered, since walks make hundreds. */
export function runAction(
  github: EmbeddedGitHub,
  now: Instant,
  how: (scope: Scope) => Promise<Run> = reconcile,
): Promise<Run> {
  return how({ github: clientOf(github), now, prepare });
}

/** One run with a token of the App, which sees more than the Action: that teams were asked, and who is in them. */
export async function runWithAppToken(github: EmbeddedGitHub, now: Instant): Promise<Run> {
  return reconcile({ github: clientWith(github, await installationToken(github)), now, prepare });
}

/** An App with the embedded GitHub's own credentials; its webhooks arrive once it is started. */
export async function startTestApp(
  github: EmbeddedGitHub,
  now: () => Instant,
  receive = true,
  pace?: Clock,
  onRun?: AppOptions['onRun'],
  countMails?: AppOptions['countMails'],
): Promise<RunningApp> {
  const app = await startApp({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    baseUrl: `${github.url}/api/v3`,
    port: 0,
    host: '127.0.0.1',
    now,
    pauses: pace === undefined ? leapingPauses(now) : { clock: pace, second: 1 },
    ...(onRun === undefined ? {} : { onRun }),
    ...(countMails === undefined ? {} : { countMails }),
    logLevel: 'fatal',
    tick: false,
  });
  if (receive) github.setWebhookUrl(`${app.url}/api/github/webhooks`);
  return app;
}

/** Resolves when every webhook has been answered and every run that it asked for has ended. */
export async function quiet(github: EmbeddedGitHub, ...apps: readonly RunningApp[]): Promise<void> {
  for (let before = -1; before !== github.journal.length;) {
    before = github.journal.length;
    await github.settled();
    await Promise.all(apps.map((app) => app.idle()));
  }
}

/** Requests that may change something, since an index of the journal. */
export function writesSince(github: EmbeddedGitHub, index: number): string[] {
  return github.journal
    .slice(index)
    .filter((entry) => entry.write && !entry.byHand)
    .map((entry) => `${entry.method} ${entry.path}`);
}
