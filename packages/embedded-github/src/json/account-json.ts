// REST's short form of a user, bot or organisation.
import type { Account } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { World } from '../model/world.ts';

export function accountJson(world: World, account: Account): Json {
  const login = encodeURIComponent(account.login);
  const api = `${world.origin}/api/v3/users/${login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `${world.origin}/avatars/u/${account.id}`,
    gravatar_id: '',
    url: api,
    html_url: account.type === 'Bot' ? `${world.origin}/apps/${login}` : `${world.origin}/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  };
}
