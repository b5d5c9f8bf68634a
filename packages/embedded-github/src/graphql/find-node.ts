// Finds issues and comments by their GraphQL id.
import { may } from '../actor.ts';
import type { Comment, Issue, Repo } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import type { Context } from './context.ts';

/** The repositories that the actor can read. */
function readable({ world, actor }: Context): Repo[] {
  return [...world.repos.values()].filter((repo) => may(actor, repo, 'issues', 'read'));
}

export function findIssueNode(context: Context, id: unknown): Issue | undefined {
  return readable(context)
    .flatMap((repo) => [...repo.issues.values()])
    .find((issue) => issue.nodeId === id);
}

export function findCommentNode(context: Context, id: unknown): Comment | undefined {
  return readable(context)
    .flatMap((repo) => [...repo.comments.values()])
    .find((comment) => comment.nodeId === id);
}

/** The refusal for an id that names nothing. */
export function unresolved(id: unknown): Refusal {
  return Refusal.notFound(`Could not resolve to a node with the global id of '${String(id)}'`);
}

export function demandIssueNode(context: Context, id: unknown): Issue {
  const issue = findIssueNode(context, id);
  if (issue === undefined) throw unresolved(id);
  return issue;
}

export function demandCommentNode(context: Context, id: unknown): Comment {
  const comment = findCommentNode(context, id);
  if (comment === undefined) throw unresolved(id);
  return comment;
}
