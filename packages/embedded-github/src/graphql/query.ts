// The root of GraphQL queries.
import { accountOf, may } from '../actor.ts';
import type { Repo } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import { accountNode } from './account-node.ts';
import { checkSuiteNode } from './check-nodes.ts';
import { commentNode } from './comment-node.ts';
import type { Arguments, Context, Node } from './context.ts';
import { discussionNode, findDiscussionNode } from './discussion-node.ts';
import { findCommentNode, findIssueNode, unresolved } from './find-node.ts';
import { organizationNode } from './organization-node.ts';
import { repositoryNode, threadOf } from './repository-node.ts';
import { findReviewNode } from './review-nodes.ts';

export function queryRoot(context: Context): Node {
  const { cost, rate } = context;
  return {
    viewer: () => viewer(context),
    rateLimit: () => ({
      limit: rate.limit,
      cost: cost.points,
      remaining: rate.remaining,
      used: rate.used,
      nodeCount: cost.nodes,
      resetAt: new Date(rate.reset).toISOString().replace(/\.\d+Z$/, 'Z'),
    }),
    repository: (args: Arguments) => repositoryNode(context, findRepository(context, args)),
    organization: (args: Arguments) => organizationNode(context, String(args['login'])),
    node: (args: Arguments) => nodeOf(context, args['id']),
    nodes: (args: Arguments) => (args['ids'] as readonly string[]).map((id) => nodeOf(context, id)),
  };
}

/** A bot is its own viewer, as a user whose login keeps the `[bot]`. */
function viewer({ world, actor }: Context): Node {
  const account = accountOf(actor);
  return { ...accountNode(world, account), __typename: 'User', login: account.login };
}

function findRepository({ world, actor }: Context, args: Arguments): Repo {
  const name = `${String(args['owner'])}/${String(args['name'])}`;
  const repo = world.repos.get(name.toLowerCase());
  if (repo === undefined || !may(actor, repo, 'metadata', 'read'))
    throw Refusal.notFound(`Could not resolve to a Repository with the name '${name}'.`);
  return repo;
}

function nodeOf(context: Context, id: unknown): Node {
  const issue = findIssueNode(context, id);
  if (issue !== undefined) return threadOf(context, issue);
  const comment = findCommentNode(context, id);
  if (comment !== undefined) return commentNode(context, comment);
  const discussion = findDiscussionNode(context, id);
  if (discussion !== undefined) return discussionNode(context, discussion);
  const review = findReviewNode(context, id);
  if (review !== undefined) return review;
  for (const repo of context.world.repos.values()) {
    const suite = repo.suites.find(({ nodeId }) => nodeId === id);
    if (suite !== undefined && may(context.actor, repo, 'checks', 'read'))
      return checkSuiteNode(context, repo, suite);
  }
  const repo = [...context.world.repos.values()].find((candidate) => candidate.nodeId === id);
  if (repo === undefined || !may(context.actor, repo, 'metadata', 'read')) throw unresolved(id);
  return repositoryNode(context, repo);
}
