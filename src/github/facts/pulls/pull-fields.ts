// What is read of every pull request, in GraphQL's words.
import type { Author } from '../../accounts.ts';
import { COMMENT_FIELDS } from '../own-words.ts';
import { HEARD_FIELDS, type RawRecentComment } from '../commands/unanswered.ts';

/** Newest comments that come with a pull request; ours among more than these is looked for one by one. */
export const RECENT_COMMENTS = 30;

/** Of an open one. 50 of them are about 25,000 of the 500,000 nodes that GitHub allows in a query, and four points. */
export const PULL_FIELDS = `fragment RelcommsPull on PullRequest {
  id number title body state isDraft baseRefName headRefName headRefOid createdAt updatedAt
  author { __typename login }
  labels(first: 50) { nodes { name } }
  milestone { title }
  files(first: 100) { pageInfo { hasNextPage endCursor } nodes { path } }
  reviewDecision mergeable mergeStateStatus
  reviewRequests(first: 50) {
    nodes { requestedReviewer { __typename ... on User { login } ... on Team { combinedSlug } } }
  }
  latestOpinionatedReviews(first: 50, writersOnly: true) {
    nodes { id state submittedAt author { __typename login } }
  }
  commits(last: 1) { nodes { commit { message committedDate statusCheckRollup {
    state
    contexts(first: 100) {
      pageInfo { hasNextPage }
      nodes { __typename ... on CheckRun { name status conclusion } ... on StatusContext { context state description } }
    }
  } } } }
  comments(last: ${RECENT_COMMENTS}) { totalCount nodes { ${HEARD_FIELDS} isMinimized } }
}`;

/** Of a closed one: what stands on it, and who opened it. */
export const CLOSED_FIELDS = `fragment RelcommsClosedPull on PullRequest {
  id number title state baseRefName headRefName createdAt updatedAt
  author { __typename login }
  labels(first: 50) { nodes { name } }
  comments(last: ${RECENT_COMMENTS}) { totalCount nodes { ${COMMENT_FIELDS} createdAt isMinimized } }
}`;

/** A closed one; the rest of it decides nothing any more. */
export function withoutDetails(raw: RawPull): RawPull {
  return { ...CLOSED, ...raw };
}

type Nodes<T> = { readonly nodes: readonly (T | null)[] | null } | null;

export interface RawPullComment extends RawRecentComment {
  readonly isMinimized: boolean;
}

export interface RawReview {
  readonly state: string;
  readonly submittedAt: string | null;
  readonly author: Author | null;
  /** Of the review. */
  readonly id: string;
}

export type RawContext =
  | { readonly __typename: 'CheckRun'; readonly name: string; readonly conclusion: string | null }
  | {
      readonly __typename: 'StatusContext';
      readonly context: string;
      readonly state: string;
      readonly description?: string | null;
    };

export type RawRollup = {
  readonly state: string;
  readonly contexts: (Nodes<RawContext> & { readonly pageInfo?: { readonly hasNextPage: boolean } }) | null;
} | null;

export interface RawPull {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly isDraft: boolean;
  readonly baseRefName: string;
  readonly headRefName: string;
  /** Its newest commit. */
  readonly headRefOid: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly author: Author | null;
  readonly labels: Nodes<{ readonly name: string }>;
  readonly milestone: { readonly title: string } | null;
  readonly files:
    | (Nodes<{ readonly path: string }> & {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
      })
    | null;
  readonly reviewDecision: 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null;
  readonly mergeable: 'MERGEABLE' | 'CONFLICTING' | 'UNKNOWN';
  readonly mergeStateStatus: string;
  readonly reviewRequests: Nodes<{
    readonly requestedReviewer:
      | { readonly __typename: 'User'; readonly login: string }
      | { readonly __typename: 'Team'; readonly combinedSlug: string }
      | { readonly __typename: string }
      | null;
  }>;
  readonly latestOpinionatedReviews: Nodes<RawReview>;
  readonly commits: Nodes<{
    readonly commit: {
      readonly message: string;
      readonly committedDate?: string;
      readonly statusCheckRollup: RawRollup;
    };
  }>;
  readonly comments: Nodes<RawPullComment> & { readonly totalCount: number };
}

const NONE = { nodes: [] };

const CLOSED = {
  body: '',
  headRefOid: '',
  isDraft: false,
  milestone: null,
  files: { nodes: [], pageInfo: { hasNextPage: false } },
  reviewDecision: null,
  mergeable: 'UNKNOWN',
  mergeStateStatus: 'UNKNOWN',
  reviewRequests: NONE,
  latestOpinionatedReviews: NONE,
  commits: NONE,
} as const;
