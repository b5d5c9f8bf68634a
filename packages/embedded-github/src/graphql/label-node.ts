// A label in GraphQL.
import type { Label, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import type { Node } from './context.ts';

export function labelNode(world: World, repo: Repo, label: Label): Node {
  const path = `/${repo.fullName}/labels/${encodeURIComponent(label.name)}`;
  return {
    __typename: 'Label',
    id: label.nodeId,
    name: label.name,
    color: label.color,
    description: label.description,
    isDefault: false,
    url: `${world.origin}${path}`,
    resourcePath: path,
  };
}
