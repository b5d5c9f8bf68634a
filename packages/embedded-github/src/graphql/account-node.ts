// A user, bot or organisation in GraphQL.
import type { Account } from '../model/account.ts';
import type { World } from '../model/world.ts';
import type { Node } from './context.ts';

/** Unlike in REST, a bot's login has no `[bot]` here. */
export function accountNode(world: World, account: Account): Node {
  const login = account.login.replace(/\[bot\]$/, '');
  const path = account.type === 'Bot' ? `/apps/${login}` : `/${login}`;
  return {
    __typename: account.type,
    id: account.nodeId,
    databaseId: account.id,
    login,
    name: account.name,
    url: `${world.origin}${path}`,
    resourcePath: path,
    avatarUrl: `${world.origin}/avatars/u/${account.id}`,
  };
}
