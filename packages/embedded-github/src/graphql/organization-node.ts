// The organisation that owns the repositories, in GraphQL.
import { accountOf, refusalFor } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { accountNode } from './account-node.ts';
import type { Arguments, Context, Node } from './context.ts';
import { teamNode } from './team-node.ts';
import { onlyArguments } from './uncovered.ts';

/** Refuses the login of a person, also where a person owns the repositories. */
export function organizationNode(context: Context, login: string): Node {
  const { world } = context;
  const owner = world.accounts.get(login.toLowerCase());
  if (owner?.type !== 'Organization')
    throw Refusal.notFound(`Could not resolve to an Organization with the login of '${login}'.`);
  return {
    ...accountNode(world, owner),
    team: (args: Arguments) => {
      onlyArguments('Organization.team', args, ['slug']);
      if (!mayReadMembers(context)) return null;
      const team = world.teams.get(String(args['slug']).toLowerCase());
      return team === undefined ? null : teamNode(world, owner, team);
    },
  };
}

/** As who asks may see which teams there are; people see those of public repositories as well. */
export function maySeeTeams({ actor }: Context): boolean {
  return actor.grants === undefined || actor.grants.permissions['members'] !== undefined;
}

/** An App needs `members: read`, which the token of a workflow never has; people see teams as members. */
function mayReadMembers({ world, actor }: Context): boolean {
  if (actor.grants === undefined) return world.members.has(accountOf(actor).login);
  if (actor.grants.permissions['members'] === undefined)
    throw refusalFor(actor, 'Must be an organization member.');
  return true;
}
