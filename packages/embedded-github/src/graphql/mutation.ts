// The root of GraphQL mutations.
import { accountOf, demandOnIssue } from '../actor.ts';
import { type IssuePatch, changeIssue } from '../change/change-issue.ts';
import { changeComment, createComment, deleteComment, demandOnComment } from '../change/comments.ts';
import { deleteIssue } from '../change/delete-issue.ts';
import { setLabels } from '../change/labels.ts';
import { pinIssue, unpinIssue } from '../change/pins.ts';
import { setDraft } from '../change/set-draft.ts';
import { addSubIssue, removeSubIssue } from '../change/sub-issues.ts';
import type { Issue, Label, StateReason } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import { accountNode } from './account-node.ts';
import { commentNode } from './comment-node.ts';
import type { Arguments, Context, Node } from './context.ts';
import { DISCUSSION_MUTATIONS } from './discussion-mutations.ts';
import { demandCommentNode, demandIssueNode, unresolved } from './find-node.ts';
import { issueNode } from './issue-node.ts';
import { repositoryNode, threadOf } from './repository-node.ts';
import { textOf } from './text-of.ts';
import { onlyArguments } from './uncovered.ts';

type Mutation = (context: Context, input: Arguments) => Node | Promise<Node>;

function pin(context: Context, input: Arguments, work: typeof pinIssue): Node {
  const issue = demandIssueNode(context, input['issueId']);
  demandOnIssue(context.actor, issue, 'write');
  work(context.world, accountOf(context.actor), issue);
  return { id: issue.nodeId, issue: issueNode(context, issue) };
}

function setMinimized(context: Context, input: Arguments, reason: string | null): Node {
  const comment = demandCommentNode(context, input['subjectId']);
  demandOnComment(context.actor, comment);
  comment.minimized = reason;
  return commentNode(context, comment);
}

function addComment(context: Context, input: Arguments): Node {
  const issue = demandIssueNode(context, input['subjectId']);
  const comment = createComment(context.world, context.actor, issue, String(input['body']));
  return {
    subject: threadOf(context, issue),
    commentEdge: { cursor: comment.nodeId, node: commentNode(context, comment) },
  };
}

function change(context: Context, issueId: unknown, patch: IssuePatch): Node {
  const issue = demandIssueNode(context, issueId);
  changeIssue(context.world, context.actor, issue, patch);
  return { issue: issueNode(context, issue), actor: accountNode(context.world, accountOf(context.actor)) };
}

function updateIssue(context: Context, input: Arguments): Node {
  onlyArguments('UpdateIssueInput', input, [
    'id',
    'title',
    'body',
    'state',
    'labelIds',
    'assigneeIds',
    'milestoneId',
    'clientMutationId',
  ]);
  const { repo } = demandIssueNode(context, input['id']);
  const labels = idList(input['labelIds'])?.map(
    (id) =>
      named(
        id,
        repo.labels.find((label) => label.nodeId === id),
      ).name,
  );
  const people = [...context.world.accounts.values()];
  const assignees = idList(input['assigneeIds'])?.map(
    (id) =>
      named(
        id,
        people.find((account) => account.nodeId === id),
      ).login,
  );
  const { milestoneId: wanted } = input;
  const found = [...repo.milestones.values()].find((milestone) => milestone.nodeId === wanted);
  return change(context, input['id'], {
    title: textOf(input['title']),
    body: textOf(input['body']),
    state: input['state'] === undefined ? undefined : input['state'] === 'OPEN' ? 'open' : 'closed',
    labels,
    assignees,
    milestone: wanted === undefined || wanted === null ? wanted : named(wanted, found),
  });
}

function subIssue(context: Context, input: Arguments, work: (parent: Issue, sub: Issue) => void): Node {
  onlyArguments('sub-issue input', input, ['issueId', 'subIssueId', 'replaceParent', 'clientMutationId']);
  const parent = demandIssueNode(context, input['issueId']);
  const sub = demandIssueNode(context, input['subIssueId']);
  demandOnIssue(context.actor, parent, 'triage');
  work(parent, sub);
  return { issue: issueNode(context, parent), subIssue: issueNode(context, sub) };
}

function relabel(
  context: Context,
  input: Arguments,
  next: (worn: readonly Label[], named: readonly Label[]) => Label[],
): Node {
  const issue = demandIssueNode(context, input['labelableId']);
  demandOnIssue(context.actor, issue, 'triage');
  const ids = idList(input['labelIds']) ?? [];
  const labels = ids.map((id) =>
    named(
      id,
      issue.repo.labels.find((label) => label.nodeId === id),
    ),
  );
  setLabels(context.world, accountOf(context.actor), issue, next(issue.labels, labels));
  return { labelable: threadOf(context, issue) };
}

async function draft(context: Context, input: Arguments, wanted: boolean): Promise<Node> {
  const issue = demandIssueNode(context, input['pullRequestId']);
  await setDraft(context.world, context.actor, issue, wanted);
  return { pullRequest: threadOf(context, issue) };
}

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  pinIssue: (context, input) => pin(context, input, pinIssue),
  unpinIssue: (context, input) => pin(context, input, unpinIssue),
  minimizeComment: (context, input) => ({
    minimizedComment: setMinimized(
      context,
      input,
      String(input['classifier']).toLowerCase().replace('_', '-'),
    ),
  }),
  unminimizeComment: (context, input) => ({ unminimizedComment: setMinimized(context, input, null) }),
  addComment,
  addLabelsToLabelable: (context, input) =>
    relabel(context, input, (worn, labels) => [...new Set([...worn, ...labels])]),
  removeLabelsFromLabelable: (context, input) =>
    relabel(context, input, (worn, labels) => worn.filter((label) => !labels.includes(label))),
  updateIssueComment: (context, input) => {
    const comment = demandCommentNode(context, input['id']);
    changeComment(context.world, context.actor, comment, String(input['body']));
    return { issueComment: commentNode(context, comment) };
  },
  deleteIssueComment: (context, input) => {
    deleteComment(context.world, context.actor, demandCommentNode(context, input['id']));
    return {};
  },
  ...DISCUSSION_MUTATIONS,
  updateIssue,
  closeIssue: (context, input) => {
    onlyArguments('CloseIssueInput', input, ['issueId', 'stateReason', 'clientMutationId']);
    const reason = (textOf(input['stateReason']) ?? 'COMPLETED').toLowerCase() as StateReason;
    return change(context, input['issueId'], { state: 'closed', stateReason: reason });
  },
  reopenIssue: (context, input) => change(context, input['issueId'], { state: 'open' }),
  addSubIssue: (context, input) =>
    subIssue(context, input, (parent, sub) =>
      addSubIssue(context.world, accountOf(context.actor), parent, sub, input['replaceParent'] === true),
    ),
  removeSubIssue: (context, input) =>
    subIssue(context, input, (parent, sub) =>
      removeSubIssue(context.world, accountOf(context.actor), parent, sub),
    ),
  convertPullRequestToDraft: (context, input) => draft(context, input, true),
  markPullRequestReadyForReview: (context, input) => draft(context, input, false),
  deleteIssue: (context, input) => {
    const issue = demandIssueNode(context, input['issueId']);
    demandOnIssue(context.actor, issue, 'admin');
    deleteIssue(context.world, accountOf(context.actor), issue);
    return { repository: repositoryNode(context, issue.repo) };
  },
};

/** Every mutation that has an answer. */
export const mutations: readonly string[] = Object.keys(MUTATIONS);

/** `refused`: the place of the field that is refused for this once. GitHub carries them out one after the other. */
export function mutationRoot(context: Context, refused?: number): Node {
  let place = 0;
  return Object.fromEntries(
    Object.entries(MUTATIONS).map(([name, mutation]) => [
      name,
      async (args: Arguments) => {
        const input = args['input'] as Arguments;
        if (place++ === refused) throw Refusal.forbidden('Resource not accessible by integration');
        return { clientMutationId: input['clientMutationId'] ?? null, ...(await mutation(context, input)) };
      },
    ]),
  );
}

function idList(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? (value as string[]) : undefined;
}

function named<T>(id: unknown, found: T | undefined): T {
  if (found === undefined) throw unresolved(id);
  return found;
}
