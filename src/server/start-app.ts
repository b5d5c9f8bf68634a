// The GitHub App: signed webhooks and its own clock ask for runs, a queue carries them out.
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { Probot, ProbotOctokit } from 'probot';
import { DUTIES } from '../duties/index.ts';
import { ownAccounts } from '../github/accounts.ts';
import { CONFIG_PATH } from '../github/config/read-config.ts';
import { rememberArtifacts } from '../github/facts/branch-tests/remember-artifacts.ts';
import { octokitOptions } from '../github/octokit-options.ts';
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
import { type Hint, type WebhookEvent, heardEvents, hintsOf, joinHints } from './hint.ts';
import { listen } from './listen.ts';
import { pendingWork } from './pending-work.ts';
import { sayHeard } from './say-heard.ts';
import { countRun, renderMetrics, startMetrics } from './metrics.ts';
import { pacersByInstallation } from './pacers.ts';
import { startRounds } from './rounds.ts';
import { type Timer, wallTimer } from '../github/timer.ts';
import { type Lasting, visit } from './visit.ts';
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

/** Webhooks that any duty wakes on. */
const WAKES_ON: ReadonlySet<string> = new Set(DUTIES.flatMap((duty) => duty.wakesOn));

/** Milliseconds. GitHub waits ten seconds for an answer: what takes longer than that to arrive is not GitHub's. */
const SERVER_TIMES = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

/** What Probot hands to each of its clients, as far as it matters here. */
interface GivenOptions {
  readonly throttle?: object;
  readonly auth?: { readonly request?: { defaults(options: object): unknown } };
}

type Answering = ReturnType<typeof pendingWork>;

/** What the App knows from run to run, and GitHub does not tell. */
function memories(): Pick<Lasting, 'artifacts' | 'receipts'> {
  return { artifacts: rememberArtifacts(), receipts: new Map() };
}

/** Starts the App and looks at every repository once. Rejects when GitHub does not know the App; waits for a GitHub that is away. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const probot = startProbot(options);
  await probot.ready();
  const metrics = startMetrics();
  const timer = options.timer ?? wallTimer;
  const app = await whoWeAre(probot, timer);
  const self = `${app?.slug ?? ''}[bot]`;
  const stopping = new AbortController();
  const pacerOf = pacersByInstallation(options.pauses.clock, stopping.signal);
  const account = app?.owner !== undefined && 'login' in app.owner ? app.owner.login : undefined;
  const lasting = { metrics, pacerOf, ...memories(), account, stop: stopping.signal };
  const uncounted = (why: string): void => probot.log.warn(`mails were not counted: ${why}`);
  const forecasts = options.countMails && startForecasts(options.countMails, uncounted);
  const queue = memoryQueue<Hint>({
    parallel: PARALLEL,
    each: EACH,
    timer,
    join: joinHints,
    groupOf: ({ installation }) => String(installation),
    work: async (hint, late) => {
      if (!rounds.mayRun(hint)) return;
      const forecast = forecasts?.askFor(`${hint.owner}/${hint.repo}`, () => ask(hint));
      const stop = AbortSignal.any([stopping.signal, late]);
      await visit(probot, hint, options, { ...lasting, stop }, forecast, self);
      rounds.succeeded(hint);
    },
    onError: (error, hint) => {
      rounds.failed(hint, error);
      countRun(metrics, 'crashed');
      options.onCrash?.(hint, error);
      probot.log.error({ err: error, repository: `${hint.owner}/${hint.repo}` }, 'the run broke off');
    },
  });
  const ask = (hint: Hint): void => queue.add(`${hint.owner}/${hint.repo}`, hint);
  const rounds = startRounds(probot, { now: options.now, ask, onUnread: options.onUnread });
  const answering = hearWebhooks(probot, { options, app, metrics, pacerOf, ask });
  const server = startFront(probot, options, () => renderMetrics(metrics, queue.size, rounds));
  const url = await listen(server, options.port, options.host);
  const ticking = options.tick === false ? [] : startTicking(rounds);
  if (options.tick !== false) await rounds.all();
  const work = { answering, queue, forecasts };
  return {
    url,
    idle: () => untilIdle(work),
    tick: () => rounds.all(),
    again: () => rounds.again(),
    close: async () => {
      ticking.forEach(clearInterval);
      stopping.abort();
      await drain(server, () => finish(work));
    },
  };
}

interface Hearing {
  readonly options: AppOptions;
  readonly app: { readonly slug?: string | undefined } | null;
  readonly metrics: Lasting['metrics'];
  readonly pacerOf: Lasting['pacerOf'];
  readonly ask: (hint: Hint) => void;
}

/** A webhook is a hint to look; a command is seen at once. Answers what is still being said. */
function hearWebhooks(probot: Probot, { options, app, metrics, pacerOf, ask }: Hearing): Answering {
  const self = `${app?.slug ?? ''}[bot]`;
  const rules = { wakesOn: WAKES_ON, self, configPath: CONFIG_PATH };
  const maySee = startEyesBudget(options.now);
  const answering = pendingWork();
  probot.on(heardEvents(rules) as HeardEvents, (given) => {
    const event = given as unknown as WebhookEvent;
    const heard = heardCommand(event, ownAccounts(self, app?.slug ?? ''));
    if (heard !== undefined && maySee(heard)) answering.add(sayHeard(probot, heard, metrics, pacerOf));
    hintsOf(event, rules).forEach(ask);
  });
  return answering;
}

/** Waits for a GitHub that is away; rejects when it does not know the App. */
async function whoWeAre(probot: Probot, timer: Timer) {
  const octokit = await probot.auth();
  const { data } = await askUntilAnswered(() => octokit.request('GET /app'), {
    timer,
    onWait: (why, pause) =>
      probot.log.warn(
        `GitHub did not answer who we are: ${why}. It is asked again in ${pause / 1000} seconds`,
      ),
  });
  return data;
}

function startProbot(options: AppOptions): Probot {
  const plugins = octokitOptions(options.pauses, undefined, options.timer);
  return new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret: options.webhookSecret,
    baseUrl: options.baseUrl,
    log: startLog(options.logLevel),
    // Probot hands its own throttle options to every client, so ours have to go on top of them.
    Octokit: ProbotOctokit.defaults((given: GivenOptions) => ({
      ...given,
      ...plugins,
      throttle: { ...given.throttle, ...plugins.throttle },
      auth: {
        ...given.auth,
        // By itself a new token would be asked of github.com, wherever the App is.
        request: given.auth?.request?.defaults({ baseUrl: options.baseUrl, request: plugins.request }),
      },
    })),
  });
}

/** The port, not open yet. */
function startFront(probot: Probot, options: AppOptions, metrics: () => string): Server {
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
    metrics,
  };
  return server;
}

function startTicking(rounds: ReturnType<typeof startRounds>): NodeJS.Timeout[] {
  return [
    setInterval(() => void rounds.all(), TICK_MINUTES * 60_000),
    setInterval(() => void rounds.again(), AGAIN),
  ];
}

/** What is under way. */
interface Work {
  readonly answering: ReturnType<typeof pendingWork>;
  readonly queue: ReturnType<typeof memoryQueue<Hint>>;
  readonly forecasts: ReturnType<typeof startForecasts> | undefined;
}

async function untilIdle({ answering, queue, forecasts }: Work): Promise<void> {
  await answering.idle();
  // What has been counted asks for further runs.
  do {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await queue.idle();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await forecasts?.idle();
  } while (queue.size > 0);
}

async function finish({ answering, queue, forecasts }: Work): Promise<void> {
  await forecasts?.close();
  await answering.idle();
  await queue.idle();
}
