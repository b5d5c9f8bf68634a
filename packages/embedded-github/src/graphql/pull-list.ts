// Pull requests of a repository, or of one milestone of it, in GraphQL.

import type { Milestone, Repo } from '../model/repo.ts';
import { hasLabel, sortIssues } from '../rest/issue-list.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { labelsOf, orderOf } from './issue-arguments.ts';
import { pullNode, pullState } from './pull-node.ts';
import { refName } from './ref-name.ts';

/** Those of the repository, or of one milestone of it. */
export function pullRequests(context: Context, repo: Repo, args: Arguments, milestone?: Milestone): Node {
  const states = args['states'] as readonly string[] | undefined;
  const field = milestone === undefined ? 'Repository.pullRequests' : 'Milestone.pullRequests';
  const names = labelsOf(args, field);
  const order = orderOf(args, 'CREATED_AT');
  const shown = [...repo.issues.values()]
    .flatMap((issue) => (issue.pull === null ? [] : [{ issue, pull: issue.pull }]))
    .filter(({ issue }) => milestone === undefined || issue.milestone === milestone)
    .filter(({ issue, pull }) => states === undefined || states.includes(pullState(issue, pull)))
    .filter(({ issue }) => names === undefined || names.every((name) => hasLabel(issue, name)))
    .filter(({ pull }) => args['baseRefName'] === undefined || refName(pull, 'base') === args['baseRefName'])
    .filter(({ pull }) => args['headRefName'] === undefined || refName(pull, 'head') === args['headRefName']);
  const by = order.field === 'UPDATED_AT' ? 'updated' : 'created';
  const sorted = sortIssues(
    shown.map(({ issue }) => issue),
    by,
    order.descending,
  );
  return connection(args, {
    field,
    items: sorted.flatMap((issue) => (issue.pull === null ? [] : [{ issue, pull: issue.pull }])),
    id: ({ issue }) => issue.id,
    node: ({ issue, pull }) => pullNode(context, issue, pull),
    handled: ['states', 'labels', 'baseRefName', 'headRefName', 'orderBy'],
  });
}
