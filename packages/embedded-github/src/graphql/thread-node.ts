// What issues and pull requests have in common in GraphQL: number, labels, people, comments.
import { mayOnIssue } from '../actor.ts';
import { association } from '../json/association.ts';
import { issueUrls } from '../json/issue-urls.ts';
import type { Issue } from '../model/repo.ts';
import { accountNode } from './account-node.ts';
import { commentNode } from './comment-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { labelNode } from './label-node.ts';
import { milestoneNode } from './milestone-node.ts';
import { writingNode } from './writing-node.ts';

export function threadNode(context: Context, issue: Issue, type: 'Issue' | 'PullRequest'): Node {
  const { world, actor } = context;
  const { repo } = issue;
  const url = issueUrls(world, issue).html;
  return {
    ...writingNode(context, issue, type),
    number: issue.number,
    title: issue.title,
    url,
    resourcePath: url.slice(world.origin.length),
    authorAssociation: association(world, repo, issue.author),
    closed: issue.state === 'closed',
    closedAt: issue.closedAt,
    locked: issue.locked,
    activeLockReason: issue.lockReason === null ? null : issue.lockReason.replace(/[- ]/g, '_').toUpperCase(),
    milestone: issue.milestone === null ? null : milestoneNode(world, repo, issue.milestone),
    repository: () => context.nodes.repository(context, repo),
    viewerCanUpdate: issue.author === actor.account || mayOnIssue(actor, issue, 'triage'),
    labels: (args: Arguments) =>
      connection(args, {
        field: `${type}.labels`,
        items: issue.labels,
        id: (label) => label.id,
        node: (label) => labelNode(world, repo, label),
        handled: ['orderBy'],
      }),
    assignees: (args: Arguments) =>
      connection(args, {
        field: `${type}.assignees`,
        items: issue.assignees,
        id: (account) => account.id,
        node: (account) => accountNode(world, account),
      }),
    comments: (args: Arguments) =>
      connection(args, {
        field: `${type}.comments`,
        items: issue.comments,
        id: (comment) => comment.id,
        node: (comment) => commentNode(context, comment),
      }),
  };
}
