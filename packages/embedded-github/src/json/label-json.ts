// REST's form of a label.
import type { Json } from '../model/json-object.ts';
import type { Label, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';

export function labelJson(world: World, repo: Repo, label: Label): Json {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${world.origin}/api/v3/repos/${repo.fullName}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}
