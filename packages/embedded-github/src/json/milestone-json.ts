// REST's form of a milestone.
import type { Json } from '../model/json-object.ts';
import type { Milestone, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { accountJson } from './account-json.ts';

export function milestoneJson(world: World, repo: Repo, milestone: Milestone): Json {
  const url = `${world.origin}/api/v3/repos/${repo.fullName}/milestones/${milestone.number}`;
  const issues = [...repo.issues.values()].filter((issue) => issue.milestone === milestone);
  const open = issues.filter((issue) => issue.state === 'open').length;
  return {
    url,
    html_url: `${world.origin}/${repo.fullName}/milestone/${milestone.number}`,
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: milestone.nodeId,
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    creator: accountJson(world, milestone.creator),
    open_issues: open,
    closed_issues: issues.length - open,
    state: milestone.state,
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
    due_on: milestone.dueOn,
    closed_at: milestone.closedAt,
  };
}
