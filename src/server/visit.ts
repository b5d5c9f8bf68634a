// One run of the App on one repository, and what is counted and logged of it.
import type { Probot } from 'probot';
import { formatProblems } from '../config/format-problems.ts';
import type { AskForecast } from '../config-check/mails.ts';
import type { Budget } from '../github/budget.ts';
import { type GitHub, type OctokitLike, gitHub } from '../github/client.ts';
import type { ArtifactMemory } from '../github/facts/branch-tests/remember-artifacts.ts';
import { rememberPrepared } from '../run/remember-prepared.ts';
import { readPulse } from '../github/pulse.ts';
import type { Run } from '../run/reconcile.ts';
import { isStill } from '../run/still.ts';
import { besideConfig, changes, isGood, reportLines } from '../report/report.ts';
import type { Hint } from './hint.ts';
import type { LastLooks } from './last-looks.ts';
import { type Metrics, countRun } from './metrics.ts';
import type { KeptReceipts } from './kept-receipts.ts';
import type { PacerOf } from './pacers.ts';
import { reachElsewhere } from './reach-elsewhere.ts';
import { renewToken } from './renew-token.ts';
import { watchedRun } from './watched-run.ts';
import type { AppOptions } from './app-options.ts';
import { onboardAfter } from './onboard-after.ts';
import type { Onboarding } from './onboarding.ts';

/** Shared by all repositories: the same text means the same. */
const prepare = rememberPrepared();

/** What lasts from run to run of one App. */
export interface Lasting {
  readonly metrics: Metrics;
  readonly pacerOf: PacerOf;
  readonly artifacts: ArtifactMemory;
  /** Of each repository: what was sent and could not be noted. */
  readonly receipts: KeptReceipts;
  /** Of each repository: what its last run found. */
  readonly looks: LastLooks;
  /** Asks repositories without a config for their first one. */
  readonly onboarding: Onboarding;
  /** Aborted once the App is about to end, or the time of the run is up. */
  readonly stop: AbortSignal;
  /** The account that the App belongs to. */
  readonly account: string | undefined;
}

export interface Visited {
  /** Absent: nothing changed since the last run, and nothing is due. */
  readonly run?: Run;
  /** A pull request was opened that needs a check. */
  readonly isOnboarded?: true;
  readonly budget: readonly Budget[];
}

/** `self` is our own account, `relcomms[bot]`. Rejects when the run broke off. */
export async function visit(
  probot: Probot,
  hint: Hint,
  options: AppOptions,
  lasting: Lasting,
  forecast: AskForecast | undefined,
  self: string,
): Promise<Visited> {
  const { metrics, pacerOf, artifacts, receipts, looks, onboarding, account, stop } = lasting;
  const octokit = (await probot.auth(hint.installation)) as unknown as OctokitLike & WithAuth;
  renewToken(octokit);
  const github = gitHub(octokit, hint, pacerOf(hint.installation), stop);
  const now = options.now();
  const repository = `${hint.owner}/${hint.repo}`;
  const kept = await receipts.read(repository);
  const channels = options.channelsFor?.({
    repository: hint,
    now,
    account,
    token: () => tokenOf(octokit),
    clock: options.now,
  });
  const last = looks.of(hint);
  const pulse = hint.isTick === true && last !== undefined ? await pulseOf(github) : undefined;
  const budget = (): readonly Budget[] => [...github.budgets.values()];
  const scope = { github, now, prepare, reach: reachElsewhere(probot, github) };
  if (last !== undefined && isStill(last.look, { now: pulse, before: last.pulse }, scope)) {
    countRequests(metrics, github);
    countRun(metrics, 'still', now, options.now());
    return { budget: budget() };
  }
  const about = looks.aboutOf(hint);
  const judge = options.judge?.(stop);
  // A run that breaks off leaves nothing to go by.
  looks.forget(hint);
  const run = await watchedRun({
    scope: {
      ...scope,
      about,
      again: hint.again,
      forecast,
      judge,
      artifacts,
      receipts: kept,
      ...(channels === undefined ? {} : { channels }),
    },
    self,
    onSilence: (error) => probot.log.error({ err: error }, 'the missing runs could not be reported'),
  });
  looks.remember(hint, last, run, now, pulse);
  await receipts.keep(repository, kept);
  const permissions = () => permissionsOf(octokit);
  const after = { log: probot.log, hint, onboarding, forecast, permissions, scope: { ...scope, judge } };
  const isOnboarded = await onboardAfter(run, after);
  countRequests(metrics, github);
  countWrites(metrics, run);
  countRun(metrics, resultOf(run), now, options.now());
  logRun(probot, repository, run);
  options.onRun?.(hint, run);
  return { run, budget: budget(), ...(isOnboarded ? { isOnboarded } : {}) };
}

function logRun({ log }: Probot, repository: string, run: Run): void {
  if (run.kind === 'broken-config') log.warn({ repository }, formatProblems(run.problems, run.path));
  const lines = run.kind === 'applied' || run.kind === 'off' ? reportLines(run) : besideConfig(run);
  for (const line of lines) log.info({ repository }, line);
}

export function countRequests(metrics: Metrics, { counts: { reads, writes, points } }: GitHub): void {
  metrics.requests += reads + writes;
  metrics.writes += writes;
  metrics.points += points;
}

function countWrites(metrics: Metrics, run: Run): void {
  metrics.operations += changes(run).length;
  if (run.kind === 'applied')
    metrics.deferred += run.applied.filter(({ outcome }) => outcome === 'held').length;
}

/** Where it can't be read, the run says why. */
async function pulseOf(github: GitHub): Promise<string | undefined> {
  try {
    return await readPulse(github);
  } catch {
    return undefined;
  }
}

function resultOf(run: Run): string {
  if (run.kind !== 'applied') return run.kind;
  return isGood(run) ? 'succeeded' : 'failed';
}

export interface WithAuth {
  auth(options: {
    readonly type: 'installation';
    readonly refresh?: boolean;
  }): Promise<{ readonly token: string; readonly permissions?: Readonly<Record<string, string>> }>;
}

async function permissionsOf(octokit: WithAuth): Promise<Readonly<Record<string, string>> | undefined> {
  const { permissions } = await octokit.auth({ type: 'installation' });
  return permissions;
}

/** For what is no API: the wiki is written by git. */
export async function tokenOf(octokit: WithAuth): Promise<string> {
  const { token } = await octokit.auth({ type: 'installation' });
  return token;
}
