// The GitHub App: signed webhooks and its own clock ask for runs, a queue carries them out.
import { type IncomingMessage, createServer } from 'node:http';
import { Probot } from 'probot';
import { DUTIES } from '../duties/index.ts';
import { ownAccounts } from '../github/accounts.ts';
import { CONFIG_PATH } from '../github/config/read-config.ts';
import { rememberArtifacts } from '../github/facts/branch-tests/remember-artifacts.ts';
import { appOctokit } from './app-octokit.ts';
import { askUntilAnswered } from './ask-until-answered.ts';
import { startEyesBudget } from './eyes-budget.ts';
import { memoryQueue } from './memory-queue.ts';
import { startForecasts } from './forecasts.ts';
import { type SignedWebhook, answer } from './front.ts';
import { boundConnections } from './connections.ts';
import { drain } from './drain.ts';
import { startIntake } from './intake.ts';
import { startLog } from './log.ts';
import { startSuspects } from './suspects.ts';
import { heardCommand } from './heard.ts';
import { type Hint, type WebhookEvent, heardEvents, hintsOf } from './hint.ts';
import { listen } from './listen.ts';
import { pendingWork } from './pending-work.ts';
import { sayHeard } from './say-heard.ts';
import { countRun, renderMetrics, startMetrics } from './metrics.ts';
import { pacersByInstallation } from './pacers.ts';
import { startRounds } from './rounds.ts';
import { wallTimer } from './timer.ts';
import { visit } from './visit.ts';
import type { AppOptions } from './app-options.ts';

/** Webhooks get lost; every repository is looked at this often all the same. */
const TICK_MINUTES = 15;

/** How often is looked whether something that failed may be tried again; in milliseconds. */
const AGAIN = 60_000;

/** Runs at once, and those of one installation: one that is slow keeps a place free for the others. */
const PARALLEL = 4;
const EACH = 2;

export interface RunningApp {
  readonly url: string;
  /** Resolves when every hint so far has been answered by a run. */
  idle(): Promise<void>;
  /** Looks at every repository of every installation. */
  tick(): Promise<void>;
  /** Looks at what failed and whose pause is over. */
  again(): Promise<void>;
  close(): Promise<void>;
}

/** Names that Probot knows; which of them there are is said by the duties. */
type HeardEvents = Parameters<Probot['on']>[0];
type Received = Parameters<Probot['webhooks']['receive']>[0];

/** Milliseconds. GitHub waits ten seconds for an answer: what takes longer than that to arrive is not GitHub's. */
const SERVER_TIMES = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

/** Starts the App and looks at every repository once. Rejects when GitHub does not know the App; waits for a GitHub that is away. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const probot = new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret: options.webhookSecret,
    baseUrl: options.baseUrl,
    log: startLog(options.logLevel),
    Octokit: appOctokit(options.baseUrl),
  });
  await probot.ready();
  const metrics = startMetrics();
  const octokit = await probot.auth();
  const timer = options.timer ?? wallTimer;
  const { data: app } = await askUntilAnswered(() => octokit.request('GET /app'), {
    timer,
    onWait: (why, pause) =>
      probot.log.warn(
        `GitHub did not answer who we are: ${why}. It is asked again in ${pause / 1000} seconds`,
      ),
  });
  const rules = {
    wakesOn: new Set(DUTIES.flatMap((duty) => duty.wakesOn)),
    self: `${app?.slug ?? ''}[bot]`,
    configPath: CONFIG_PATH,
  };

  const stopping = new AbortController();
  const pacerOf = pacersByInstallation(options.pace, stopping.signal);
  const account = app?.owner !== undefined && 'login' in app.owner ? app.owner.login : undefined;
  const lasting = { metrics, pacerOf, artifacts: rememberArtifacts(), account, stop: stopping.signal };
  const uncounted = (why: string): void => probot.log.warn(`mails were not counted: ${why}`);
  const forecasts = options.countMails && startForecasts(options.countMails, uncounted);
  const queue = memoryQueue<Hint>({
    parallel: PARALLEL,
    each: EACH,
    timer,
    groupOf: ({ installation }) => String(installation),
    work: async (hint, late) => {
      if (!rounds.mayRun(hint)) return;
      const forecast = forecasts?.askFor(`${hint.owner}/${hint.repo}`, () => ask(hint));
      const stop = AbortSignal.any([stopping.signal, late]);
      await visit(probot, hint, options, { ...lasting, stop }, forecast, rules.self);
      rounds.succeeded(hint);
    },
    onError: (error, hint) => {
      const { owner, repo } = hint;
      rounds.failed(hint, error);
      countRun(metrics, 'crashed');
      options.onCrash?.(hint, error);
      probot.log.error({ err: error, repository: `${owner}/${repo}` }, 'the run broke off');
    },
  });
  const answering = pendingWork();
  const ask = (hint: Hint): void => queue.add(`${hint.owner}/${hint.repo}`, hint);
  const rounds = startRounds(probot, options.now, ask);
  const maySee = startEyesBudget(options.now);

  probot.on(heardEvents(rules) as HeardEvents, (given) => {
    const event = given as unknown as WebhookEvent;
    const heard = heardCommand(event, ownAccounts(rules.self, app?.slug ?? ''));
    if (heard !== undefined && maySee(heard)) answering.add(sayHeard(probot, heard, metrics, pacerOf));
    hintsOf(event, rules).forEach(ask);
  });
  const server = createServer(SERVER_TIMES, (request, response) => {
    void answer(request, response, front);
  });
  const connections = boundConnections(server);
  const front = {
    secrets: [options.webhookSecret, ...(options.formerSecret === undefined ? [] : [options.formerSecret])],
    intake: startIntake(),
    suspects: startSuspects(),
    onSigned: (request: IncomingMessage) => connections.trust(request.socket),
    // Not by `probot.receive`, which writes whole events to the log.
    receive: (webhook: SignedWebhook) => probot.webhooks.receive(webhook as Received),
    metrics: () => renderMetrics(metrics, queue.size, rounds),
  };
  const url = await listen(server, options.port, options.host);
  const timers =
    options.tick === false
      ? []
      : [
          setInterval(() => void rounds.all(), TICK_MINUTES * 60_000),
          setInterval(() => void rounds.again(), AGAIN),
        ];
  if (options.tick !== false) await rounds.all();
  return {
    url,
    idle: async () => {
      await answering.idle();
      // What has been counted asks for further runs.
      do {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await queue.idle();
        // oxlint-disable-next-line no-await-in-loop -- see above
        await forecasts?.idle();
      } while (queue.size > 0);
    },
    tick: () => rounds.all(),
    again: () => rounds.again(),
    close: async () => {
      timers.forEach(clearInterval);
      stopping.abort();
      await drain(server, async () => {
        await forecasts?.close();
        await answering.idle();
        await queue.idle();
      });
    },
  };
}
