// Deployments in GraphQL.
import { demand } from '../actor.ts';
import type { Deployment } from '../model/deployment.ts';
import type { Repo } from '../model/repo.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { orderOf } from './issue-arguments.ts';

/** By their making, the newest first where it is asked for. */
export function deployments({ actor }: Context, repo: Repo, args: Arguments): Node {
  demand(actor, repo, 'deployments', 'read');
  const names = args['environments'] as readonly string[] | null | undefined;
  const order = orderOf(args, 'CREATED_AT');
  const shown = repo.deployments.filter(
    ({ environment }) => names === undefined || names === null || names.includes(environment),
  );
  return connection(args, {
    field: 'Repository.deployments',
    items: order.descending ? shown.toReversed() : shown,
    id: ({ id }) => id,
    node: nodeOf,
    handled: ['environments', 'orderBy'],
  });
}

function nodeOf({ id, environment, createdAt, sha, statuses }: Deployment): Node {
  const last = statuses.at(-1);
  return {
    __typename: 'Deployment',
    id: `DE_${id}`,
    databaseId: id,
    environment,
    createdAt,
    commitOid: sha,
    latestStatus:
      last === undefined
        ? null
        : {
            __typename: 'DeploymentStatus',
            id: `DES_${last.id}`,
            state: last.state.toUpperCase(),
            environmentUrl: last.environmentUrl === '' ? null : last.environmentUrl,
            createdAt: last.createdAt,
          },
  };
}
