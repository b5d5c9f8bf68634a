// Commits, check suites, check runs and statuses, as GraphQL gives them.
import type { Author } from '../../accounts.ts';

type Nodes<T> = { readonly nodes: readonly (T | null)[] | null } | null;

export interface Page<T> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (T | null)[] | null;
}

export interface RawLine {
  readonly nodes:
    | readonly ({
        readonly oid: string;
        readonly parents: Nodes<{ readonly oid: string }>;
      } | null)[]
    | null;
}

export interface RawCheckRun {
  readonly databaseId: number | null;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly detailsUrl: string | null;
  readonly permalink: string;
}

export interface RawSuite {
  readonly id: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly app: { readonly slug: string } | null;
  /** Null for one that is gone, or in a fork. */
  readonly branch: { readonly name: string } | null;
  readonly workflowRun: {
    readonly databaseId: number | null;
    readonly runNumber: number;
    /** In REST's words: `pull_request`. */
    readonly event: string;
    readonly url: string;
    readonly workflow: { readonly databaseId: number | null; readonly name: string };
  } | null;
  readonly checkRuns: Page<RawCheckRun> | null;
}

export interface RawStatus {
  readonly context: string;
  readonly state: string;
  readonly createdAt: string;
  readonly targetUrl: string | null;
}

export interface RawIntroducer {
  readonly number: number;
  readonly title: string;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly baseRefName: string;
  readonly author: Author | null;
  readonly mergeCommit: { readonly oid: string } | null;
}

export interface RawChecked {
  readonly oid: string;
  readonly committedDate: string;
  readonly associatedPullRequests: Nodes<RawIntroducer>;
  readonly status: { readonly contexts: readonly RawStatus[] } | null;
  readonly checkSuites: Page<RawSuite> | null;
}
