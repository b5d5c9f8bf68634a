// An issue comment in GraphQL.
import { mayOnIssue } from '../actor.ts';
import { issueUrls } from '../json/issue-urls.ts';
import { association } from '../json/association.ts';
import type { Comment } from '../model/repo.ts';
import type { Context, Node } from './context.ts';
import { writingNode } from './writing-node.ts';

export function commentNode(context: Context, comment: Comment): Node {
  const { issue } = comment;
  const { nodes } = context;
  const url = `${issueUrls(context.world, issue).html}#issuecomment-${comment.id}`;
  const own = comment.author === context.actor.account;
  const mayWrite = mayOnIssue(context.actor, issue, 'write');
  return {
    ...writingNode(context, comment, 'IssueComment'),
    authorAssociation: association(context.world, issue.repo, comment.author),
    url,
    resourcePath: url.slice(context.world.origin.length),
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized,
    viewerCanUpdate: own || mayWrite,
    viewerCanDelete: own || mayWrite,
    viewerCanMinimize: mayWrite,
    viewerCanReact: !context.world.quirks.noReactions,
    issue: () => (issue.pull === null ? nodes.issue(context, issue) : null),
    pullRequest: () => (issue.pull === null ? null : nodes.pull(context, issue, issue.pull)),
    repository: () => nodes.repository(context, issue.repo),
  };
}
