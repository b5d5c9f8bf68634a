// One scenario under way: the embedded GitHub, the App on it, their clock, and the log of the runs.
import { type Day, type Instant, day } from '../../src/domain/day.ts';
import type { Standing } from '../../src/domain/standing.ts';
import { distinct } from '../../src/standing/distinct.ts';
import { jobSummary } from '../../src/action/job-summary.ts';
import { CONFIG_PATH } from '../../src/github/config/read-config.ts';
import { leapingPauses } from '../../src/github/pauses.ts';
import { type Prepared, type Run, prepare } from '../../src/run/reconcile.ts';
import { type RunningApp, startApp } from '../../src/server/start-app.ts';
import {
  type EmbeddedGitHub,
  type GitHubSeed,
  start as startGitHub,
} from '../../packages/embedded-github/src/index.ts';
import { type Mailbox, createMailbox } from '../mail/mailbox.ts';
import { castOf } from '../scenarios/cast.ts';
import type { Config } from '../../src/config/config.ts';
import { everyoneIn } from '../../src/config/everyone.ts';
import { needsOf } from '../outside/needs.ts';
import { type Outside, startOutside } from '../outside/start.ts';
import { REPOSITORY } from '../scenarios/repository.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { type Clock, createClock } from './clock.ts';
import { type Faults, createFaults } from './faults.ts';
import { githubFetch } from './github-fetch.ts';
import { type TimesBook, createTimes } from './times.ts';
import { type Team, createTeam } from './team.ts';
import { type PullBook, createPullBook } from './pulls.ts';
import { type Cause, type LogEntry, crashEntry, logEntry } from './log-entry.ts';
import type { AppOptions } from '../../src/server/app-options.ts';

/** Where the clock starts when the config gives no day. */
const FALLBACK_START = day('2020-01-06');

/** What the Action would have written into the summary of its job. */
export interface Summary {
  readonly at: Instant;
  /** Markdown. */
  readonly text: string;
}

export interface World {
  readonly scenario: Scenario;
  readonly start: Day;
  readonly people: readonly string[];
  readonly github: EmbeddedGitHub;
  readonly clock: Clock;
  readonly faults: Faults;
  /** Oldest first. */
  readonly log: readonly LogEntry[];
  /** Of the last run that the schedule started. */
  readonly summary: Summary | undefined;
  /** What stood in the way at the last run that could look. */
  readonly standing: readonly Standing[];
  readonly mailbox: Mailbox;
  readonly times: TimesBook;
  readonly pulls: PullBook;
  readonly team: Team;
  /** Slack, mail and wiki; absent when the config needs none of them. */
  readonly outside: Outside | undefined;
  /** Turns the clock to the day and runs as the schedule would. */
  runOn(day: Day): Promise<void>;
  /** Resolves when every webhook is answered and every run that it asked for has ended. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** The address that links of the embedded GitHub start with. */
  readonly origin: string;
  readonly logLevel: AppOptions['logLevel'];
}

/** Starts the scenario; nothing has run yet. */
export async function startWorld(scenario: Scenario, options: WorldOptions): Promise<World> {
  const prepared = prepare(scenario.config);
  const good = 'problems' in prepared ? undefined : prepared;
  const start = good?.releases.map((release) => release.start).toSorted()[0] ?? FALLBACK_START;
  const clock = createClock(start, good?.config.schedule.timezone ?? 'UTC');
  const seed = seedOf(scenario, good);
  const github = await startGitHub({ seed, publicUrl: options.origin, now: () => clock.now() });
  const people = seed.people.map(({ login }) => login);
  const log: LogEntry[] = [];
  const seen: Seen = { cause: 'webhook', summary: undefined, standing: [] };
  const outside = good && (await startOutsideOf(good, github, options.origin, people));
  const app = await startOn(github, clock, options, {
    ...(outside && { channelsFor: ({ now }) => outside.channels(now) }),
    onRun: ({ repo }, run) => {
      // The page is about one repository.
      if (repo !== REPOSITORY.repo) return;
      log.push(logEntry(run, clock.now(), seen.cause));
      noteRun(seen, run, clock.now());
    },
    onCrash: (_, error) => log.push(crashEntry(clock.now(), seen.cause, error)),
    onUnread: (why) => log.push(crashEntry(clock.now(), seen.cause, why)),
  });
  const webhookUrl = `${app.url}/api/github/webhooks`;
  github.setWebhookUrl(webhookUrl);
  const faults = createFaults(github, webhookUrl);
  return {
    scenario,
    start,
    people,
    github,
    clock,
    faults,
    log,
    get summary() {
      return seen.summary;
    },
    get standing() {
      return seen.standing;
    },
    mailbox: createMailbox({ people, teams: teamMembers(scenario) }),
    times: createTimes(),
    pulls: createPullBook(github),
    team: createTeam(scenario, github, people),
    outside,
    runOn: async (to) => {
      clock.set(to);
      faults.begin(to);
      seen.cause = 'schedule';
      await app.tick();
      await quiet(github, app);
      seen.cause = 'webhook';
    },
    quiet: () => quiet(github, app),
    close: async () => {
      await app.close();
      await Promise.all([github.close(), outside?.close()]);
    },
  };
}

/** What runs have left to show, and what the one that goes on was started by. */
interface Seen {
  cause: Cause;
  summary: Summary | undefined;
  standing: readonly Standing[];
}

function noteRun(seen: Seen, run: Run, at: Instant): void {
  if ('standing' in run) seen.standing = distinct(run.standing);
  // What relcomms writes may wake it once more in the same moment: that is not the schedule's.
  if (seen.cause === 'schedule' && seen.summary?.at !== at) seen.summary = { at, text: jobSummary(run, at) };
}

/** A page of GitHub's that the outside is led to is that of a release. */
function startOutsideOf(
  { config }: Prepared,
  github: EmbeddedGitHub,
  origin: string,
  people: readonly string[],
): Promise<Outside | undefined> {
  const releases = `${origin}/${REPOSITORY.owner}/${REPOSITORY.repo}/releases/tag/`;
  return startOutside({
    needs: needsOf(config),
    people,
    onGitHub: async (page) => {
      if (!page.startsWith(releases)) return false;
      const path = `${REPOSITORY.path}/releases/tags/${page.slice(releases.length)}`;
      return (await github.as('alice').request('GET', path)).status === 200;
    },
  });
}

function startOn(
  github: EmbeddedGitHub,
  clock: Clock,
  { logLevel }: WorldOptions,
  told: Pick<AppOptions, 'onRun' | 'onCrash' | 'onUnread' | 'channelsFor'>,
): Promise<RunningApp> {
  return startApp({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    baseUrl: `${github.url}/api/v3`,
    fetch: githubFetch(github),
    port: 0,
    host: '127.0.0.1',
    now: () => clock.now(),
    pauses: leapingPauses(() => clock.now()),
    logLevel,
    tick: false,
    looksAtAll: true,
    ...told,
  });
}

function seedOf(scenario: Scenario, prepared: Prepared | undefined): GitHubSeed {
  return {
    owner: REPOSITORY.owner,
    repo: REPOSITORY.repo,
    people: castOf(prepared === undefined ? [] : everyoneIn(prepared.config)),
    teams: Object.entries(scenario.teams ?? REPOSITORY.teams).map(([slug, members]) => ({ slug, members })),
    files: {
      'README.md': '# demo\n',
      ...scenario.files,
      ...(scenario.isBare === true ? {} : { [CONFIG_PATH]: scenario.config }),
    },
    ...(scenario.isBare === true ? { installations: { [REPOSITORY.owner]: { selection: 'selected' } } } : {}),
    ...(prepared === undefined ? {} : needsOnGitHub(prepared.config)),
    branches: Object.fromEntries((scenario.branches ?? []).map((branch) => [branch, {}])),
    ...(scenario.others === undefined ? {} : { repos: scenario.others }),
    app: { webhookSecret: 'sandbox' },
  };
}

function needsOnGitHub(config: Config): Pick<GitHubSeed, 'discussionCategories' | 'labels'> {
  const { discussions: discussionCategories, labels } = needsOf(config);
  return { discussionCategories, labels };
}

/** Members by `org/team`. */
function teamMembers(scenario: Scenario): Record<string, readonly string[]> {
  const teams = Object.entries(scenario.teams ?? REPOSITORY.teams);
  return Object.fromEntries(teams.map(([slug, members]) => [`${REPOSITORY.owner}/${slug}`, members]));
}

async function quiet(github: EmbeddedGitHub, app: RunningApp): Promise<void> {
  for (let before = -1; before !== github.journal.length;) {
    before = github.journal.length;
    // oxlint-disable-next-line no-await-in-loop -- what one answer causes is waited for in the next round
    await github.settled();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await app.idle();
  }
}
