// Sends an event to the App, with the keys that every payload has.
import { accountJson } from './json/account-json.ts';
import { hookRepo } from './json/hook-json.ts';
import { installationOf } from './installations.ts';
import type { Account } from './model/account.ts';
import type { Json } from './model/json-object.ts';
import type { Repo } from './model/repo.ts';
import type { World } from './model/world.ts';

/** One event in a repository, caused by `sender`. */
export function announce(world: World, repo: Repo, sender: Account, event: string, payload: Json): void {
  if (!world.events.has(event)) return;
  void world.deliveries.send(event, { ...surroundings(world, repo, sender), ...payload });
}

/** The keys that the payload of every event in a repository has. */
export function surroundings(world: World, repo: Repo, sender: Account): Json {
  return {
    repository: hookRepo(world, repo),
    ...(repo.owner.type === 'Organization' ? { organization: organizationJson(world, repo.owner) } : {}),
    sender: accountJson(world, sender),
    installation: installationJson(world, repo),
  };
}

function installationJson(world: World, repo: Repo): Json {
  const { id } = installationOf(world, repo.owner.login);
  return { id, node_id: `INST_${id}` };
}

function organizationJson(world: World, owner: Account): Json {
  const api = `${world.origin}/api/v3/orgs/${owner.login}`;
  return {
    login: owner.login,
    id: owner.id,
    node_id: owner.nodeId,
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `${world.origin}/avatars/u/${owner.id}`,
    description: null,
  };
}
