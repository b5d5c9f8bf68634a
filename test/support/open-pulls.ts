// A repository with any number of open pull requests, of which fifty belong to the release, and a client that counts.
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { crowdSeed } from './pull-crowd.ts';
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  type PullSeed,
  start as startGitHub,
} from '../../packages/embedded-github/src/index.ts';
import { parseInstant } from '../../src/domain/day.ts';
import { gitHub } from '../../src/github/client.ts';
import { octokitOptions } from '../../src/github/octokit-options.ts';
import { leapingPauses } from '../../src/github/pauses.ts';
import { startPacer } from '../../src/github/pacer.ts';
import { httpFetch } from '../../src/http/http-fetch.ts';
import { reconcile } from '../../src/run/reconcile.ts';

/** Ten working days before the code freeze of the crowd's config. */
export const PULLS_NOW = parseInstant('2026-10-20T10:00:00Z') ?? (0 as never);

const IN_RELEASE = 50;
const AUTHORS = ['bob', 'carol', 'dave', 'erin', 'frank'] as const;

/** Each has a review and three checks; all but the fifty are on the default branch and have a label that says nothing. */
export function openPulls(count: number): PullSeed[] {
  return Array.from({ length: count }, (_, n) => ({
    title: `Change ${n}`,
    author: AUTHORS[n % AUTHORS.length] ?? 'bob',
    base: 'main',
    files: [`src/file-${n}.ts`],
    labels: n < IN_RELEASE ? ['release-blocker'] : ['later'],
    people: ['alice'],
    reviews: [{ author: AUTHORS[(n + 1) % AUTHORS.length] ?? 'carol', state: 'COMMENTED' as const }],
    checks: ['build', 'lint', 'test'].map((name) => ({ name, conclusion: 'success' })),
    createdAt: '2026-09-21T10:00:00Z',
  }));
}

/** Planted, and run until a run finds nothing to do. */
export async function settledPulls(count: number): Promise<EmbeddedGitHub> {
  const github = await startGitHub({ seed: crowdSeed(openPulls(count)), now: () => PULLS_NOW });
  for (let runs = 0; runs < 20; runs++) {
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    if ((await countedRun(github)).writes === 0) return github;
  }
  throw new Error(`${count} pull requests are not settled after 20 runs`);
}

export interface Counted {
  readonly requests: number;
  readonly writes: number;
  readonly points: number;
  /** Of 1024 bytes, of all answers. */
  readonly kilobytes: number;
}

const Client = Octokit.plugin(throttling, retry);

/** One run as the Action makes it, with all that it asked for. */
export async function countedRun(github: EmbeddedGitHub): Promise<Counted> {
  let bytes = 0;
  const before = github.journal.length;
  const pauses = leapingPauses(() => PULLS_NOW);
  const options = octokitOptions(pauses, async (url, request) => {
    const answer = await httpFetch(url, request);
    bytes += Buffer.byteLength(await answer.clone().text());
    return answer;
  });
  const octokit = new Client({
    auth: github.token(ACTIONS_BOT),
    baseUrl: `${github.url}/api/v3`,
    ...options,
  });
  const pacer = pauses.clock && startPacer(pauses.clock);
  await reconcile({ github: gitHub(octokit, { owner: 'acme', repo: 'demo' }, pacer), now: PULLS_NOW });
  return { ...countedSince(github, before), kilobytes: bytes / 1024 };
}

/** What was asked since an index of the journal, but for what people did. */
export function countedSince(github: EmbeddedGitHub, before: number): Omit<Counted, 'kilobytes'> {
  const sent = github.journal.slice(before).filter(({ byHand }) => !byHand);
  return {
    requests: sent.length,
    writes: sent.filter(({ write }) => write).length,
    points: sent.reduce((sum, { points = 0 }) => sum + points, 0),
  };
}
