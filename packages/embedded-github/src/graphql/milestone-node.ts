// A milestone in GraphQL.
import type { Milestone, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { accountNode } from './account-node.ts';
import type { Node } from './context.ts';

export function milestoneNode(world: World, repo: Repo, milestone: Milestone): Node {
  const path = `/${repo.fullName}/milestone/${milestone.number}`;
  return {
    __typename: 'Milestone',
    id: milestone.nodeId,
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    dueOn: milestone.dueOn,
    state: milestone.state.toUpperCase(),
    closed: milestone.state === 'closed',
    closedAt: milestone.closedAt,
    createdAt: milestone.createdAt,
    updatedAt: milestone.updatedAt,
    creator: accountNode(world, milestone.creator),
    url: `${world.origin}${path}`,
    resourcePath: path,
  };
}
