// The narrow client that relcomms needs of any Octokit, tied to one repository and counting its requests.
import type { Octokit } from '@octokit/rest';

/** What all three Octokits (Probot's, @actions/github's, @octokit/rest's) have in common. */
export interface OctokitLike {
  readonly request: Octokit['request'];
  readonly graphql: (query: string, variables?: Record<string, unknown>) => Promise<unknown>;
  readonly hook: { before(name: 'request', callback: (options: RequestOptions) => void): void };
}

interface RequestOptions {
  method?: string | undefined;
  url?: string | undefined;
  query?: unknown;
  headers?: Record<string, unknown> | undefined;
}

export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

export interface RequestCounts {
  reads: number;
  writes: number;
}

export interface GitHub extends RepositoryName {
  readonly request: Octokit['request'];
  readonly graphql: (query: string, variables?: Record<string, unknown>) => Promise<unknown>;
  /** Requests sent so far, retries included. */
  readonly counts: RequestCounts;
}

/** GitHub keeps this version until at least 2028; without the header it may change under us. */
const API_VERSION = '2022-11-28';

/** Ties an Octokit to a repository. Use a fresh Octokit per run: this adds a counting hook to it. */
export function gitHub(octokit: OctokitLike, { owner, repo }: RepositoryName): GitHub {
  const counts = { reads: 0, writes: 0 };
  octokit.hook.before('request', (options) => {
    options.headers = { ...options.headers, 'x-github-api-version': API_VERSION };
    counts[isWrite(options) ? 'writes' : 'reads'] += 1;
  });
  return {
    owner,
    repo,
    request: octokit.request,
    graphql: (query, variables) => octokit.graphql(query, variables),
    counts,
  };
}

function isWrite({ method = 'GET', url = '', query }: RequestOptions): boolean {
  if (url.endsWith('/graphql')) return typeof query === 'string' && /^\s*mutation\b/.test(query);
  return method !== 'GET' && method !== 'HEAD';
}
