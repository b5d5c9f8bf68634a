// What the sandbox shows at one moment, as plain data: the page and `GET /control/state` are made from it.
import { type Day, type Instant, dayAt } from '../../src/domain/day.ts';
import type { Config } from '../../src/config/config.ts';
import type { LocatedProblem } from '../../src/domain/problem.ts';
import type { Release } from '../../src/domain/release.ts';
import type { Standing } from '../../src/domain/standing.ts';
import { CONFIG_PATH } from '../../src/github/config/read-config.ts';
import { rememberPrepared } from '../../src/run/remember-prepared.ts';
import type { RepoSnapshot } from '../../packages/embedded-github/src/index.ts';
import type { Mail } from '../mail/mail.ts';
import { readConfigText } from './config-text.ts';
import { type Noise, noiseOf } from '../mail/noise.ts';
import type { OutsideState } from '../outside/state.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { FaultsState } from './faults.ts';
import { type CiBranch, observeCi } from './ci.ts';
import type { LogEntry } from './log-entry.ts';
import { type NextEvent, nextEventOf } from './next-event.ts';
import type { PullState } from './pulls.ts';
import type { Times } from './times.ts';
import type { Summary, World } from './world.ts';

export interface SandboxState {
  /** Grows with every change. */
  readonly version: number;
  readonly scenario: Scenario;
  readonly clock: {
    readonly at: Instant;
    readonly today: Day;
    readonly zone: string;
    readonly start: Day;
    readonly nextEvent: NextEvent | undefined;
  };
  readonly people: readonly string[];
  /** Of the config on the default branch; those of the last good one while it is broken. */
  readonly releases: readonly Release[];
  readonly config: {
    readonly path: string;
    readonly text: string;
    readonly problems: readonly LocatedProblem[];
    /** Decoded, by name; those of the last good one while it is broken. */
    readonly sections: Config['sections'];
    readonly teams: Config['teams'];
  };
  readonly repo: RepoSnapshot;
  /** What the issue of the same number does not tell, by number. */
  readonly pulls: ReadonlyMap<number, PullState>;
  /** The release branches. */
  readonly ci: readonly CiBranch[];
  readonly times: Times;
  /** Oldest first. */
  readonly log: readonly LogEntry[];
  /** Of the last run that the schedule started. */
  readonly summary: Summary | undefined;
  /** What stood in the way at the last run. */
  readonly standing: readonly Standing[];
  readonly mails: readonly Mail[];
  readonly noise: Noise;
  readonly faults: FaultsState;
  /** Absent where the config sends nothing. */
  readonly outside: OutsideState | undefined;
}

/** Looks at everything; `before` gives the releases that stay while the config is broken. */
export async function observeWorld(
  world: World,
  version: number,
  before?: SandboxState,
): Promise<SandboxState> {
  const { github, clock, people } = world;
  const [repo] = github.state();
  if (repo === undefined) throw new Error('the embedded GitHub has no repository');
  const { releases, config } = await observeConfig(world, before);
  const today = clock.today();
  const mails = world.mailbox.after(github.deliveries);
  return {
    version,
    scenario: world.scenario,
    clock: {
      at: clock.now(),
      today,
      zone: clock.zone,
      start: world.start,
      nextEvent: nextEventOf(releases, today),
    },
    people,
    releases,
    config,
    repo,
    pulls: await world.pulls.now(),
    ci: await observeCi(github, releases),
    times: world.times.after(github.deliveries),
    log: [...world.log],
    summary: world.summary,
    standing: world.standing,
    mails,
    noise: noiseOf({ mails, people, start: world.start, today, zone: clock.zone }),
    faults: world.faults.state,
    outside: await world.outside?.state(),
  };
}

/** A day more brings no other config, where it has no rules. */
const prepare = rememberPrepared();

/** The config is only read anew when its text has changed. */
async function observeConfig(
  world: World,
  before: SandboxState | undefined,
): Promise<Pick<SandboxState, 'config' | 'releases'>> {
  const text = await readConfigText(world.github);
  const now = world.clock.now();
  // Rules list other releases on another day.
  const isSame = before?.clock.today === dayAt(now, before?.clock.zone ?? 'UTC');
  if (before !== undefined && before.config.text === text && isSame)
    return { config: before.config, releases: before.releases };
  const prepared = prepare(text, now);
  const broken = 'problems' in prepared;
  return {
    releases: broken ? (before?.releases ?? []) : prepared.releases,
    config: {
      path: CONFIG_PATH,
      text,
      problems: broken ? prepared.problems : prepared.warnings,
      ...partsOf(broken ? before?.config : prepared.config),
    },
  };
}

function partsOf(
  config: Pick<SandboxState['config'], 'sections' | 'teams'> | undefined,
): Pick<SandboxState['config'], 'sections' | 'teams'> {
  return { sections: config?.sections ?? {}, teams: config?.teams ?? {} };
}
