// A repository in GraphQL.
import { may } from '../actor.ts';
import { isAssignable } from '../change/assignees.ts';
import { findLabel } from '../change/labels.ts';
import type { Account } from '../model/account.ts';
import type { Issue, Milestone, Repo } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import { filterIssues, hasLabel, sortIssues } from '../rest/issue-list.ts';
import { accountNode } from './account-node.ts';
import { codeownersNode } from './codeowners-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { discussionFields } from './discussion-node.ts';
import { branches } from './branches.ts';
import { branchNode, commitNode, gitObjectNode } from './git-object.ts';
import { issueFilter, orderOf, labelsOf } from './issue-arguments.ts';
import { issueFields } from './issue-fields.ts';
import { issueNode } from './issue-node.ts';
import { labelNode } from './label-node.ts';
import { milestoneNode } from './milestone-node.ts';
import { organizationNode } from './organization-node.ts';
import { pullNode, pullState } from './pull-node.ts';
import { refName } from './ref-name.ts';
import { textOf } from './text-of.ts';
import { releaseNode, releases, tagNode } from './release-node.ts';
import { onlyArguments } from './uncovered.ts';

export function repositoryNode(context: Context, repo: Repo): Node {
  const { world } = context;
  return {
    __typename: 'Repository',
    id: repo.nodeId,
    databaseId: repo.id,
    name: repo.name,
    nameWithOwner: repo.fullName,
    isPrivate: repo.private,
    isArchived: false,
    isFork: false,
    isEmpty: false,
    hasIssuesEnabled: true,
    pushedAt: repo.pushedAt,
    url: `${world.origin}/${repo.fullName}`,
    owner: () =>
      repo.owner.type === 'Organization'
        ? organizationNode(context, repo.owner.login)
        : accountNode(world, repo.owner),
    viewerPermission: () => viewerPermission(context, repo),
    defaultBranchRef: () => branchNode(context, repo, repo.defaultBranch),
    ref: (args: Arguments) => {
      const name = String(args['qualifiedName']);
      return (name.startsWith('refs/tags/') ? tagNode : branchNode)(context, repo, name);
    },
    refs: (args: Arguments) => branches(context, repo, args),
    releases: (args: Arguments) => releases(context, repo, args),
    release: (args: Arguments) => releaseNode(context, repo, String(args['tagName'])),
    object: (args: Arguments) => {
      onlyArguments('Repository.object', args, ['expression', 'oid']);
      const { oid, expression } = args;
      if (typeof oid === 'string') return commitNode(context, repo, oid);
      return gitObjectNode(context, repo, String(expression));
    },
    codeowners: (args: Arguments) => codeownersNode(context, repo, args),
    ...contentsOf(context, repo),
    ...discussionFields(context, repo),
  };
}

/** Labels, milestones, people, issues and pull requests. */
function contentsOf(context: Context, repo: Repo): Node {
  const { world } = context;
  return {
    label: (args: Arguments) => {
      const label = findLabel(repo, String(args['name']));
      return label === undefined ? null : labelNode(world, repo, label);
    },
    milestone: (args: Arguments) => {
      const milestone = repo.milestones.get(Number(args['number']));
      return milestone === undefined ? null : milestoneNode(world, repo, milestone);
    },
    labels: (args: Arguments) => labels(context, repo, args),
    milestones: (args: Arguments) => milestones(context, repo, args),
    assignableUsers: (args: Arguments) => assignableUsers(context, repo, args),
    issue: (args: Arguments) => issueNode(context, numbered(repo, args, 'Issue')),
    issueOrPullRequest: (args: Arguments) => threadOf(context, numbered(repo, args, 'issue or pull request')),
    pullRequest: (args: Arguments) => threadOf(context, numbered(repo, args, 'PullRequest')),
    issues: (args: Arguments) => issues(context, repo, args),
    pullRequests: (args: Arguments) => pullRequests(context, repo, args),
    issueFields: (args: Arguments) => issueFields(context, args),
    pinnedIssues: (args: Arguments) =>
      connection(args, {
        field: 'Repository.pinnedIssues',
        items: repo.pinned,
        id: (pin) => pin.id,
        node: (pin) => ({
          __typename: 'PinnedIssue',
          id: `PI_${pin.id}`,
          databaseId: pin.id,
          issue: issueNode(context, pin.issue),
          pinnedBy: accountNode(world, pin.by),
        }),
      }),
  };
}

/** An issue or pull request, whichever the number names. */
export function threadOf(context: Context, issue: Issue): Node {
  return issue.pull === null ? issueNode(context, issue) : pullNode(context, issue, issue.pull);
}

function numbered(repo: Repo, args: Arguments, type: string): Issue {
  const number = Number(args['number']);
  const issue = repo.issues.get(number);
  const fits = type === 'Issue' ? issue?.pull === null : type !== 'PullRequest' || issue?.pull !== null;
  if (issue === undefined || !fits)
    throw Refusal.notFound(
      `Could not resolve to an ${type} with the number of ${number}.`.replace('an Pull', 'a Pull'),
    );
  return issue;
}

function viewerPermission({ actor }: Context, repo: Repo): string | null {
  const levels = ['admin', 'maintain', 'write', 'triage', 'read'] as const;
  if (actor.grants !== undefined) return null;
  return levels.find((level) => may(actor, repo, 'metadata', level))?.toUpperCase() ?? null;
}

function labels({ world }: Context, repo: Repo, args: Arguments): Node {
  const query = (textOf(args['query']) ?? '').toLowerCase();
  return connection(args, {
    field: 'Repository.labels',
    items: repo.labels.filter((label) => label.name.toLowerCase().includes(query)),
    id: (label) => label.id,
    node: (label) => labelNode(world, repo, label),
    handled: ['query', 'orderBy'],
  });
}

function milestones({ world }: Context, repo: Repo, args: Arguments): Node {
  const query = (textOf(args['query']) ?? '').toLowerCase();
  const states = args['states'] as readonly string[] | undefined;
  const order = orderOf(args, 'NUMBER');
  const value = (milestone: Milestone): string | number => {
    if (order.field === 'DUE_DATE') return milestone.dueOn ?? '9999';
    if (order.field === 'UPDATED_AT') return milestone.updatedAt;
    return milestone.number;
  };
  const shown = [...repo.milestones.values()]
    .filter((milestone) => states === undefined || states.includes(milestone.state.toUpperCase()))
    .filter((milestone) => milestone.title.toLowerCase().includes(query))
    .toSorted((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.number - b.number));
  return connection(args, {
    field: 'Repository.milestones',
    items: order.descending ? shown.toReversed() : shown,
    id: (milestone) => milestone.id,
    node: (milestone) => milestoneNode(world, repo, milestone),
    handled: ['query', 'states', 'orderBy'],
  });
}

function assignableUsers({ world }: Context, repo: Repo, args: Arguments): Node {
  const query = (textOf(args['query']) ?? '').toLowerCase();
  const fits = (account: Account): boolean =>
    [account.login, account.name ?? ''].some((text) => text.toLowerCase().includes(query));
  return connection(args, {
    field: 'Repository.assignableUsers',
    items: [...world.accounts.values()].filter(
      (account) => isAssignable(world, repo, account.login) && fits(account),
    ),
    id: (account) => account.id,
    node: (account) => accountNode(world, account),
    handled: ['query'],
  });
}

function issues(context: Context, repo: Repo, args: Arguments): Node {
  const order = orderOf(args, 'CREATED_AT');
  const filter = issueFilter(args);
  const missed = context.world.createdByMissesBots && filter.creator?.endsWith('[bot]') === true;
  const listed = missed ? [] : filterIssues(context.world, repo, filter);
  const found = listed.filter((issue) => issue.pull === null);
  const by = order.field === 'UPDATED_AT' ? 'updated' : order.field === 'COMMENTS' ? 'comments' : 'created';
  return connection(args, {
    field: 'Repository.issues',
    items: sortIssues(found, by, order.descending),
    id: (issue) => issue.id,
    node: (issue) => issueNode(context, issue),
    handled: ['states', 'labels', 'filterBy', 'orderBy'],
  });
}

function pullRequests(context: Context, repo: Repo, args: Arguments): Node {
  const states = args['states'] as readonly string[] | undefined;
  const names = labelsOf(args, 'Repository.pullRequests');
  const order = orderOf(args, 'CREATED_AT');
  const shown = [...repo.issues.values()]
    .flatMap((issue) => (issue.pull === null ? [] : [{ issue, pull: issue.pull }]))
    .filter(({ issue, pull }) => states === undefined || states.includes(pullState(issue, pull)))
    .filter(({ issue }) => names === undefined || names.every((name) => hasLabel(issue, name)))
    .filter(({ pull }) => args['baseRefName'] === undefined || refName(pull, 'base') === args['baseRefName'])
    .filter(({ pull }) => args['headRefName'] === undefined || refName(pull, 'head') === args['headRefName']);
  const by = order.field === 'UPDATED_AT' ? 'updated' : 'created';
  const issuesOf = shown.map(({ issue }) => issue);
  return connection(args, {
    field: 'Repository.pullRequests',
    items: sortIssues(issuesOf, by, order.descending),
    id: (issue) => issue.id,
    node: (issue) => threadOf(context, issue),
    handled: ['states', 'labels', 'baseRefName', 'headRefName', 'orderBy'],
  });
}
