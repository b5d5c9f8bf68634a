// The GitHub App: signed webhooks and its own clock ask for runs, a queue carries them out.
import { CONFIG_PATH } from '../github/config/read-config.ts';
import { rememberArtifacts } from '../github/facts/branch-tests/remember-artifacts.ts';
import { wallTimer } from '../github/timer.ts';
import { type AppCheckups, appCheckups } from './app-checkups.ts';
import type { AppOptions } from './app-options.ts';
import { drain } from './drain.ts';
import { startForecasts } from './forecasts.ts';
import { WAKES_ON, hearWebhooks } from './hear-webhooks.ts';
import { heardEvents } from './hint.ts';
import { NO_LOOKS, startLastLooks } from './last-looks.ts';
import { listen } from './listen.ts';
import { nameOf } from './looks.ts';
import { memoryPlace } from './memory-place.ts';
import { type Metrics, countError, countRun, startMetrics } from './metrics.ts';
import { startOnboarding } from './onboarding.ts';
import type { pendingWork } from './pending-work.ts';
import { startFront } from './start-front.ts';
import { startProbot, whoWeAre } from './start-probot.ts';
import { visit } from './visit.ts';
import type { PlaceTools, WorkPlace } from './work-place.ts';

export interface RunningApp {
  readonly url: string;
  /** Resolves when every hint so far has been answered by a run. */
  idle(): Promise<void>;
  /** Resolves when nothing runs; what waits until it may run waits on. */
  rest(): Promise<void>;
  /** Looks at every repository of every installation. */
  tick(): Promise<void>;
  /** Looks at what failed and whose pause is over. */
  again(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the App and looks at every repository once. Rejects when GitHub does not know the App; waits for a GitHub that is away. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const probot = startProbot(options);
  await probot.ready();
  const metrics = startMetrics();
  const app = await whoWeAre(probot, options.timer ?? wallTimer);
  const self = `${app?.slug ?? ''}[bot]`;
  const stopping = new AbortController();
  const account = app?.owner !== undefined && 'login' in app.owner ? app.owner.login : undefined;
  const uncounted = (why: string): void => probot.log.warn(`emails were not counted: ${why}`);
  const forecasts = options.countMails && startForecasts(options.countMails, uncounted);
  const timer = options.timer ?? wallTimer;
  const asked = { probot, options, metrics, account, stopping: stopping.signal };
  const checks = appCheckups({ ...asked, timer });
  const given = { ...asked, self, forecasts, checks };
  const place = await placeOf(
    toolsOf(given, () => place),
    self,
  );
  const { answering, missed } = hearWebhooks(probot, { options, app, metrics, place });
  const server = startFront({ probot, options, app, metrics, place, missed, findings: checks?.findings });
  const url = await listen(server, options.port, options.host);
  if (options.tick !== false) await place.begin();
  const work = { answering, place, forecasts, checks };
  return {
    url,
    idle: () => untilIdle(work),
    rest: async () => {
      await answering.idle();
      await place.rest();
    },
    tick: () => place.all(),
    again: () => place.again(),
    close: async () => {
      stopping.abort();
      await drain(server, () => finish(work));
    },
  };
}

interface Given extends Pick<PlaceTools, 'probot' | 'options' | 'stopping'> {
  readonly metrics: Metrics;
  /** Our own account, `relcomms[bot]`. */
  readonly self: string;
  readonly account: string | undefined;
  readonly forecasts: ReturnType<typeof startForecasts> | undefined;
  readonly checks: AppCheckups | undefined;
}

/** One run, and what is said of one that broke off. `place` is asked when a run begins. */
function toolsOf(given: Given, placeNow: () => WorkPlace): PlaceTools {
  const { probot, options, metrics, self, account, forecasts, checks, stopping } = given;
  const artifacts = rememberArtifacts();
  const onboarding = startOnboarding();
  const looks = options.looksAtAll === true ? NO_LOOKS : startLastLooks();
  return {
    probot,
    options,
    timer: options.timer ?? wallTimer,
    stopping,
    work: async (hint, stop, pacerOf) => {
      const place = placeNow();
      const wake = (): void => void place.ask(hint).catch(() => {});
      const forecast = forecasts?.askFor(nameOf(hint), wake);
      const { receipts } = place;
      const lasting = { metrics, pacerOf, artifacts, receipts, looks, onboarding, account, stop };
      const { run, budget, isOnboarded } = await visit(probot, hint, options, lasting, forecast, self);
      if (run !== undefined) checks?.checkups.met(hint, run, budget);
      if (isOnboarded === true) {
        const { installation, owner, repo } = hint;
        await place.ask({ installation, owner, repo });
      }
      return { hasConfig: run?.kind !== 'no-config', budget };
    },
    onError: (error, hint, cause) => {
      countRun(metrics, 'crashed', options.now(), options.now());
      countError(metrics, cause);
      options.onCrash?.(hint, error);
      probot.log.error({ err: error, repository: nameOf(hint) }, 'the run stopped with an error');
    },
  };
}

/** In memory, unless the environment names a Redis: only then its programs are loaded. */
async function placeOf(tools: PlaceTools, self: string): Promise<WorkPlace> {
  const { redisUrl: url, role } = tools.options;
  if (url === undefined) return memoryPlace(tools);
  const { redisPlace } = await import('./redis/redis-place.ts');
  const rules = { wakesOn: WAKES_ON, self, configPath: CONFIG_PATH };
  const events = new Set(heardEvents(rules));
  return await redisPlace(tools, { url, works: role !== 'receiver', rules: { ...rules, events } });
}

/** What is under way. */
interface Work {
  readonly answering: ReturnType<typeof pendingWork>;
  readonly place: WorkPlace;
  readonly forecasts: ReturnType<typeof startForecasts> | undefined;
  readonly checks: AppCheckups | undefined;
}

async function untilIdle({ answering, place, forecasts, checks }: Work): Promise<void> {
  await answering.idle();
  await place.idle();
  await checks?.checkups.idle();
  if (forecasts === undefined) return;
  // What has been counted asks for further runs.
  for (let before = -1; before !== forecasts.counted;) {
    before = forecasts.counted;
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await forecasts.idle();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await place.idle();
  }
}

async function finish({ answering, place, forecasts, checks }: Work): Promise<void> {
  await Promise.all([forecasts?.close(), checks?.checkups.close()]);
  await answering.idle();
  await place.close();
}
