// The narrow client that relcomms needs of any Octokit, tied to one repository and counting its requests.
import type { Octokit } from '@octokit/rest';
import type { Fetch } from '../http/fetch.ts';
import { httpFetch } from '../http/http-fetch.ts';
import { watchFetch } from './watch-fetch.ts';
import { type Budget, lower } from './budget.ts';
import type { Pacer } from './pacer.ts';
import { countingPoints } from './points.ts';
import { type SentRequest, piecesOf, writeKind } from './write-kind.ts';

/** What all three Octokits (Probot's, @actions/github's, @octokit/rest's) have in common. */
export interface OctokitLike {
  readonly request: Octokit['request'];
  readonly graphql: (query: string, variables?: Record<string, unknown>) => Promise<unknown>;
  readonly hook: { wrap(name: 'request', callback: Wrapper): void };
}

// oxlint-disable-next-line typescript/no-explicit-any -- Octokit types its hook by its own, far wider options
type Wrapper = (request: (options: any) => any, options: any) => Promise<any>;

interface RequestOptions extends SentRequest {
  headers?: Record<string, unknown> | undefined;
  request?: { fetch?: Fetch } | undefined;
}

export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

export interface RequestCounts {
  reads: number;
  writes: number;
  /** Points of GraphQL, as GitHub tells them of queries; 0 where it counts none. */
  points: number;
}

export interface GitHub extends RepositoryName {
  readonly request: Octokit['request'];
  readonly graphql: (query: string, variables?: Record<string, unknown>) => Promise<unknown>;
  /** Requests sent so far, retries included. */
  readonly counts: RequestCounts;
  /** What GitHub said last is left of the hour, by resource: `core`, `graphql`. */
  readonly budgets: ReadonlyMap<string, Budget>;
  /** Aborted once the process is about to end: what is begun is finished, and nothing more is begun. */
  readonly stop?: AbortSignal | undefined;
}

/** GitHub keeps this version until at least 2028; without the header it may change under us. */
const API_VERSION = '2022-11-28';

/**
 * Ties an Octokit to a repository. Use a fresh Octokit per run: this adds a hook to it. Without a pacer
 * nothing waits. `counts` are those of the run, where it has several clients.
 */
export function gitHub(
  octokit: OctokitLike,
  { owner, repo }: RepositoryName,
  pacer?: Pacer,
  stop?: AbortSignal,
  counts: RequestCounts = { reads: 0, writes: 0, points: 0 },
): GitHub {
  const budgets = new Map<string, Budget>();
  octokit.hook.wrap('request', async (request, options: RequestOptions) => {
    const kind = writeKind(options);
    const pieces = piecesOf(options);
    const fetch = watchFetch(options.request?.fetch ?? httpFetch, {
      onSend: (attempt) => {
        counts[kind === undefined ? 'reads' : 'writes'] += 1;
        if (kind !== undefined && attempt > 1) pacer?.note(kind, pieces);
      },
      onLimit: (limit) => pacer?.limited(limit),
      onBudget: (found) => budgets.set(found.resource, lower(budgets.get(found.resource), found)),
    });
    options.headers = { ...options.headers, 'x-github-api-version': API_VERSION };
    options.request = { ...options.request, fetch };
    const answered = kind === undefined ? undefined : await pacer?.admit(kind, pieces);
    try {
      return await request(options);
    } finally {
      answered?.();
    }
  });
  return {
    owner,
    repo,
    request: octokit.request,
    graphql: countingPoints(
      (query, variables) => octokit.graphql(query, variables),
      (points) => {
        counts.points += points;
      },
    ),
    counts,
    budgets,
    stop,
  };
}
