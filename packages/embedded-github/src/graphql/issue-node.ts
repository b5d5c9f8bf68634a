// An issue in GraphQL.
import { subIssuesSummary } from '../json/issue-json.ts';
import type { Issue } from '../model/repo.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { timelineOf } from './timeline.ts';
import { threadNode } from './thread-node.ts';

export function issueNode(context: Context, issue: Issue): Node {
  const summary = subIssuesSummary(issue);
  return {
    ...threadNode(context, issue, 'Issue'),
    state: issue.state.toUpperCase(),
    stateReason: (args: Arguments) => stateReason(issue, args['enableDuplicate'] === true),
    isPinned: issue.repo.pinned.some((pin) => pin.issue === issue),
    parent: () => (issue.parent === null ? null : issueNode(context, issue.parent)),
    subIssues: (args: Arguments) =>
      connection(args, {
        field: 'Issue.subIssues',
        items: issue.subIssues,
        id: (sub) => sub.id,
        node: (sub) => issueNode(context, sub),
      }),
    timelineItems: (args: Arguments) => timelineOf(context, issue, 'Issue', args),
    subIssuesSummary: {
      total: summary.total,
      completed: summary.completed,
      percentCompleted: summary.percent_completed,
    },
  };
}

/** Whoever doesn't ask for duplicates sees them as not planned. */
function stateReason(issue: Issue, enableDuplicate: boolean): string | null {
  if (issue.stateReason === null) return null;
  if (issue.stateReason === 'duplicate' && !enableDuplicate) return 'NOT_PLANNED';
  return issue.stateReason.toUpperCase();
}
