// REST's form of the App that made a check.
import { accountJson } from './account-json.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';

export function appJson(world: World, repo: Repo, slug: string): Json {
  return {
    id: appId(world, slug),
    slug,
    node_id: `A_${slug}`,
    owner: accountJson(world, repo.owner),
    name: slug,
    description: null,
    external_url: `${world.origin}/apps/${slug}`,
    html_url: `${world.origin}/apps/${slug}`,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    permissions: { checks: 'write' },
    events: [],
  };
}

export function appId(world: World, slug: string): number {
  return slug === world.app.slug ? world.app.id : world.app.id + 1;
}
