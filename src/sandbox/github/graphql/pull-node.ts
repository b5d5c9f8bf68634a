// A pull request in GraphQL.
import type { Issue, Json, PullFacts } from '../model.ts';
import { accountNode } from './account-node.ts';
import { changedFiles } from './changed-files.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { commitNode } from './git-object.ts';
import { threadNode } from './thread-node.ts';
import { uncovered } from './uncovered.ts';

interface Review {
  readonly id: number;
  readonly node_id: string;
  readonly user: { readonly login: string };
  readonly state: string;
  readonly body: string | null;
  readonly submitted_at: string;
}

export function pullNode(context: Context, issue: Issue, pull: PullFacts): Node {
  const { json } = pull;
  const merged = json['merged_at'] !== null && json['merged_at'] !== undefined;
  const refName = (end: 'base' | 'head'): unknown => (json[end] as Json)['ref'];
  return {
    ...threadNode(context, issue, 'PullRequest'),
    state: merged ? 'MERGED' : issue.state.toUpperCase(),
    isDraft: json['draft'] === true,
    merged,
    mergedAt: json['merged_at'] ?? null,
    baseRefName: refName('base'),
    headRefName:
      pull.fork === undefined ? refName('head') : String(refName('head')).split('/').slice(2).join('/'),
    headRefOid: headOf(pull),
    isCrossRepository: pull.fork !== undefined,
    files: (args: Arguments) => files(context, issue, pull, args),
    commits: (args: Arguments) => commits(context, issue, pull, args),
    reviewRequests: (args: Arguments) => reviewRequests(context, json, args),
    reviewDecision: async () => decision(json, await opinions(context, issue)),
    latestOpinionatedReviews: async (args: Arguments) =>
      connection(args, {
        field: 'PullRequest.latestOpinionatedReviews',
        items: await opinions(context, issue),
        id: (review) => review.id,
        node: (review) => reviewNode(context, review, pull.reviewedAt.get(review.id) ?? review.submitted_at),
        handled: ['writersOnly'],
      }),
  };
}

async function files({ world }: Context, issue: Issue, pull: PullFacts, args: Arguments): Promise<Node> {
  return connection(args, {
    field: 'PullRequest.files',
    items: await changedFiles(world, issue, pull),
    id: ({ path }) => path,
    node: (file) => ({ __typename: 'PullRequestChangedFile', ...file }),
  });
}

function headOf({ json }: PullFacts): string {
  return String((json['head'] as Json)['sha']);
}

/** Only the newest is there. */
function commits({ world }: Context, issue: Issue, pull: PullFacts, args: Arguments): Node {
  if (args['last'] !== 1) throw uncovered('PullRequest.commits without `last: 1`');
  return connection(args, {
    field: 'PullRequest.commits',
    items: [headOf(pull)],
    id: (oid) => oid,
    node: (oid) => ({ __typename: 'PullRequestCommit', commit: commitNode(world, issue.repo, oid) }),
  });
}

/** The newest approval, request for changes or dismissal of each reviewer. */
async function opinions({ world }: Context, issue: Issue): Promise<Review[]> {
  const path = `/repos/${issue.repo.fullName}/pulls/${issue.number}/reviews?per_page=100`;
  const { json } = await world.emulator.send({ method: 'GET', path });
  const latest = new Map<string, Review>();
  for (const review of json as Review[])
    if (['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(review.state))
      latest.set(review.user.login, review);
  return [...latest.values()];
}

function decision(json: Json, reviews: readonly Review[]): string | null {
  if (reviews.some((review) => review.state === 'CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  if (reviews.some((review) => review.state === 'APPROVED')) return 'APPROVED';
  const asked = [json['requested_reviewers'], json['requested_teams']].flat().length > 0;
  // No rule requires reviews, so without a request there is nothing to decide.
  return asked ? 'REVIEW_REQUIRED' : null;
}

function reviewNode({ world }: Context, review: Review, submittedAt: string): Node {
  const account = world.accounts.get(review.user.login.toLowerCase());
  return {
    __typename: 'PullRequestReview',
    id: review.node_id,
    databaseId: review.id,
    state: review.state,
    body: review.body ?? '',
    submittedAt,
    author: account === undefined ? null : accountNode(world, account),
  };
}

function reviewRequests({ world }: Context, json: Json, args: Arguments): Node {
  const users = (json['requested_reviewers'] ?? []) as { login: string; id: number }[];
  const teams = (json['requested_teams'] ?? []) as {
    slug: string;
    name: string;
    id: number;
    node_id: string;
  }[];
  const asked = [
    ...users.flatMap(({ login }) => {
      const account = world.accounts.get(login.toLowerCase());
      return account === undefined ? [] : [accountNode(world, account)];
    }),
    ...teams.map(({ slug, name, node_id: id }) => ({ __typename: 'Team', id, slug, name })),
  ];
  return connection(args, {
    field: 'PullRequest.reviewRequests',
    items: asked,
    id: (reviewer) => String(reviewer['id']),
    node: (reviewer) => ({
      __typename: 'ReviewRequest',
      id: `RR_${String(reviewer['id'])}`,
      requestedReviewer: reviewer,
    }),
  });
}
