// REST's short form of a team.
import type { Account, Team } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { World } from '../model/world.ts';

export function teamJson({ origin }: World, owner: Account, { id, nodeId, slug, name }: Team): Json {
  const api = `${origin}/api/v3/organizations/${owner.id}/team/${id}`;
  return {
    id,
    node_id: nodeId,
    name,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    type: 'organization',
    organization_id: owner.id,
    url: api,
    html_url: `${origin}/orgs/${owner.login}/teams/${slug}`,
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    parent: null,
  };
}
