// Reads what GitHub says of the repository and of the token that asks.
import type { GitHub } from '../github/client.ts';

export interface RepositoryLook {
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly hasIssues: boolean;
  readonly hasWiki: boolean;
  readonly isOrganization: boolean;
  readonly defaultBranch: string;
  /** What the account of the token may do, where GitHub says it; not what the token may. */
  readonly role: Readonly<Record<string, boolean>>;
  /** Scopes of a classic token; undefined for every other kind. */
  readonly scopes: readonly string[] | undefined;
  /** GitHub's clock in milliseconds; undefined where the answer has none. */
  readonly clock: number | undefined;
}

/** One request; throws what Octokit throws. */
export async function askRepository({ request, owner, repo }: GitHub): Promise<RepositoryLook> {
  const { data, headers } = await request('GET /repos/{owner}/{repo}', {
    owner,
    repo,
    // Somebody waits for the answer: a network that fails is said at once.
    request: { retries: 0 },
  });
  const scopes = headers['x-oauth-scopes'];
  const clock = Date.parse(headers.date ?? '');
  return {
    fullName: data.full_name,
    isPrivate: data.private,
    isArchived: data.archived,
    hasIssues: data.has_issues,
    hasWiki: data.has_wiki,
    defaultBranch: data.default_branch,
    isOrganization: data.owner.type === 'Organization',
    role: { ...data.permissions },
    scopes: typeof scopes === 'string' ? scopes.split(/,\s*/).filter(Boolean) : undefined,
    clock: Number.isNaN(clock) ? undefined : clock,
  };
}
