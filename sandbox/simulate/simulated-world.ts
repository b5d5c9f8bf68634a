// The world of one simulation: an embedded GitHub on the loopback interface, its clock, and runs by call.
import { Octokit } from '@octokit/rest';
import { everyoneIn } from '../../src/config/everyone.ts';
import type { Day } from '../../src/domain/day.ts';
import { gitHub } from '../../src/github/client.ts';
import { CONFIG_PATH } from '../../src/github/config/read-config.ts';
import { type Run, type Scope, asOf, reconcile } from '../../src/run/reconcile.ts';
import { type Prepare, type Prepared, readerOf } from '../../src/run/prepare.ts';
import { rememberPrepared } from '../../src/run/remember-prepared.ts';
import { needsOf } from '../outside/needs.ts';
import { pretendedChannels } from './pretended-channels.ts';
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  start as startGitHub,
} from '../../packages/embedded-github/src/index.ts';
import { type Clock, createClock } from '../machine/clock.ts';
import { REPOSITORY } from '../scenarios/repository.ts';

/** Who changes the config: the embedded GitHub needs somebody who may do everything. */
export const MAINTAINER = 'maintainer';

/** What fails is told in the simulation, in our words. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Duties and facts of a caller. Default: all that are in the registries. */
export type Registry = Pick<Scope, 'duties' | 'facts'>;

export interface SimulatedWorld {
  readonly github: EmbeddedGitHub;
  readonly clock: Clock;
  /** Everybody whom the config names. */
  readonly people: readonly string[];
  /** One run as the Action makes it, or a plan of one. */
  run(how?: (scope: Scope) => Promise<Run>): Promise<Run>;
  pushConfig(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts it on the day; nothing has run yet. The repository is public, unless the config has releases that must not be. */
export async function startSimulatedWorld(
  { text, config, releases }: Pick<Prepared, 'text' | 'config' | 'releases'>,
  start: Day,
  registry: Registry = {},
): Promise<SimulatedWorld> {
  const clock = createClock(start, config.schedule.timezone);
  const people = everyoneIn(config);
  const needs = needsOf(config, registry.duties);
  const others = people.filter((login) => login.toLowerCase() !== MAINTAINER);
  const github = await startGitHub({
    seed: {
      owner: REPOSITORY.owner,
      repo: REPOSITORY.repo,
      private: releases.some((release) => release.private === true),
      people: [
        { login: MAINTAINER, permission: 'admin' },
        ...others.map((login) => ({ login, permission: 'write' as const })),
      ],
      files: { 'README.md': '# demo\n', [CONFIG_PATH]: text },
      labels: needs.labels,
      discussionCategories: needs.discussions,
      app: { webhookSecret: 'simulation' },
    },
    now: () => clock.now(),
  });
  const auth = github.token(ACTIONS_BOT);
  const request = { fetch: github.fetch, parseSuccessResponseBody: false };
  const octokit = new Octokit({ auth, baseUrl: `${github.url}/api/v3`, log: SILENT, request });
  const client = gitHub(octokit, REPOSITORY);
  const read = rememberPrepared(readerOf(registry));
  // The releases that are known when it begins are played to their end; rules add no further ones on the way.
  const listed = asOf({ config });
  const prepare: Prepare = (next, now) => read(next, listed ?? now);
  const channels = pretendedChannels();
  return {
    github,
    clock,
    people,
    run: (how = reconcile) => how({ github: client, now: clock.now(), prepare, channels, ...registry }),
    pushConfig: (next) => github.as(MAINTAINER).putFile(CONFIG_PATH, next, 'Change the release schedule'),
    close: () => github.close(),
  };
}
