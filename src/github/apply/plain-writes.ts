// Writes that are one request each and may be repeated without harm.
import type { SetMilestone } from '../../domain/operation.ts';
import type { CreateLabel, MoveMilestone, CloseMilestone } from '../../domain/repository-operation.ts';
import { statusOf } from '../failure.ts';
import type { Written } from '../../domain/outcome.ts';
import { type World, holding, resolveIssue } from './world.ts';

/** Makes a label; somebody else may have made it since we looked. */
export async function createLabel(world: World, { name, color, description }: CreateLabel): Promise<Written> {
  const { github, unmade, labelIds } = world;
  const { owner, repo } = github;
  unmade.add(name.toLowerCase());
  try {
    const place = { owner, repo, name, color, description };
    const { data } = await github.request('POST /repos/{owner}/{repo}/labels', place);
    labelIds.set(name.toLowerCase(), data.node_id);
    unmade.delete(name.toLowerCase());
    return { outcome: 'done' };
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    const { data } = await github.request('GET /repos/{owner}/{repo}/labels/{name}', { owner, repo, name });
    labelIds.set(name.toLowerCase(), data.node_id);
    unmade.delete(name.toLowerCase());
    return { outcome: 'already' };
  }
}

/** GitHub keeps a moment for the due day; noon UTC is the same day for everybody who looks. */
export function dueMoment(day: string): string {
  return `${day}T12:00:00Z`;
}

export async function moveMilestone({ github }: World, { number, dueOn }: MoveMilestone): Promise<Written> {
  const { owner, repo } = github;
  const due_on = dueMoment(dueOn);
  await github.request('PATCH /repos/{owner}/{repo}/milestones/{milestone_number}', {
    owner,
    repo,
    milestone_number: number,
    due_on,
  });
  return { outcome: 'done' };
}

export async function closeMilestone(world: World, { number, entry }: CloseMilestone): Promise<Written> {
  const { owner, repo, request } = world.github;
  return await holding(world, entry, async () => {
    await request('PATCH /repos/{owner}/{repo}/milestones/{milestone_number}', {
      owner,
      repo,
      milestone_number: number,
      state: 'closed',
    });
    return { outcome: 'done' };
  });
}

export async function setMilestone(world: World, { issue, title }: SetMilestone): Promise<Written> {
  const { github, milestones } = world;
  const number = resolveIssue(world, issue)?.number;
  if (number === undefined) return { outcome: 'not-tried', detail: 'its issue was not created' };
  const milestone = milestones.get(title.toLowerCase());
  if (milestone === undefined)
    return { outcome: 'not-tried', number, detail: `the GitHub milestone ${title} is not there` };
  const { owner, repo } = github;
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    owner,
    repo,
    issue_number: number,
    milestone,
  });
  return { outcome: 'done', number };
}
