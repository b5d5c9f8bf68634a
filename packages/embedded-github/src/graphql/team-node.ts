// A team in GraphQL.
import type { Account, Team } from '../model/account.ts';
import type { World } from '../model/world.ts';
import { accountNode } from './account-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Node } from './context.ts';

export function teamNode(world: World, owner: Account, team: Team): Node {
  return {
    __typename: 'Team',
    id: team.nodeId,
    databaseId: team.id,
    slug: team.slug,
    name: team.name,
    combinedSlug: `${owner.login}/${team.slug}`,
    members: (args: Arguments) =>
      connection(args, {
        field: 'Team.members',
        // Teams have no teams below them here, so every member is an immediate one.
        handled: ['membership'],
        items: team.members,
        id: (account) => account.id,
        node: (account) => accountNode(world, account),
      }),
  };
}
