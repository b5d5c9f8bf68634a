// Reviews of a pull request, and requests for them, in GraphQL.
import { opinionsOf } from '../change/reviews.ts';
import type { PullFacts, Review } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import { may } from '../actor.ts';
import { accountNode } from './account-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { maySeeTeams } from './organization-node.ts';
import { Refusal } from '../refusal.ts';
import { teamNode } from './team-node.ts';

export function latestOpinionatedReviews(
  context: Context,
  issue: Issue,
  pull: PullFacts,
  args: Arguments,
): Node {
  return connection(args, {
    field: 'PullRequest.latestOpinionatedReviews',
    items: opinionsOf(issue, pull, args['writersOnly'] === true),
    id: (review) => review.id,
    node: (review) => reviewNode(context, issue, review),
    handled: ['writersOnly'],
  });
}

/** By its GraphQL id; undefined: there is none, or the actor may not see it. */
export function findReviewNode(context: Context, id: unknown): Node | undefined {
  if (typeof id !== 'string' || !id.startsWith('PRR_')) return undefined;
  const { world, actor } = context;
  for (const repo of world.repos.values()) {
    if (!may(actor, repo, 'pull_requests', 'read')) continue;
    for (const issue of repo.issues.values()) {
      const review = issue.pull?.reviews.find(({ nodeId }) => nodeId === id);
      if (review !== undefined) return reviewNode(context, issue, review);
    }
  }
  return undefined;
}

function reviewNode({ world }: Context, { repo }: Issue, review: Review): Node {
  return {
    __typename: 'PullRequestReview',
    id: review.nodeId,
    databaseId: review.id,
    state: review.state,
    body: review.body,
    submittedAt: review.at,
    author: accountNode(world, review.author),
    onBehalfOf: (args: Arguments) =>
      connection(args, {
        field: 'PullRequestReview.onBehalfOf',
        items: review.onBehalfOf,
        id: (team) => team.id,
        node: (team) => teamNode(world, repo.owner, team),
      }),
  };
}

/** Who may not read the members of the organisation may not see that a team was asked, nor which. */
export function reviewRequests(
  context: Context,
  { repo }: Issue,
  { asked }: PullFacts,
  args: Arguments,
): Node {
  const { world } = context;
  const hidden = !maySeeTeams(context);
  const reviewers = [
    ...asked.people.map((account) => accountNode(world, account)),
    ...asked.teams.map((team) => teamNode(world, repo.owner, team)),
  ];
  return connection(args, {
    field: 'PullRequest.reviewRequests',
    items: reviewers,
    id: (reviewer) => String(reviewer['id']),
    node: (reviewer) => ({
      __typename: 'ReviewRequest',
      id: `RR_${String(reviewer['id'])}`,
      requestedReviewer: hidden && reviewer['__typename'] === 'Team' ? refuseTeam : reviewer,
    }),
  });
}

function refuseTeam(): never {
  throw Refusal.forbidden('Resource not accessible by integration');
}
