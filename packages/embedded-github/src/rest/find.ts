// Finds what a path names, or refuses with 404.
import { type Resource, demand } from '../actor.ts';
import { headOf } from '../change/compare.ts';
import { findLabel } from '../change/labels.ts';
import type { Comment, Issue, Label, Milestone, Repo } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import type { Call } from './call.ts';

/** The repository of the path; the actor must be able to read the resource in it. */
export function findRepo(call: Call, resource: Resource = 'issues'): Repo {
  const name = `${call.params['owner']}/${call.params['repo']}`.toLowerCase();
  const repo = call.world.repos.get(name);
  if (repo === undefined) throw Refusal.notFound();
  demand(call.actor, repo, resource, 'read');
  return repo;
}

export function findIssue(call: Call): Issue {
  const issue = findRepo(call).issues.get(Number(call.params['issue_number']));
  if (issue === undefined) throw Refusal.notFound();
  return issue;
}

export function findComment(call: Call): Comment {
  const comment = findRepo(call).comments.get(Number(call.params['comment_id']));
  if (comment === undefined) throw Refusal.notFound();
  return comment;
}

export function findLabelOf(repo: Repo, name: string | undefined): Label {
  const label = findLabel(repo, name ?? '');
  if (label === undefined) throw Refusal.notFound();
  return label;
}

export function findMilestone(call: Call): Milestone {
  const milestone = findRepo(call).milestones.get(Number(call.params['milestone_number']));
  if (milestone === undefined) throw Refusal.notFound();
  return milestone;
}

/** An issue of any repository by its database id. */
export function findIssueById(
  call: Call,
  id: unknown,
  refusal = 'The provided sub-issue does not exist',
): Issue {
  for (const repo of call.world.repos.values())
    for (const issue of repo.issues.values()) if (issue.id === id) return issue;
  throw Refusal.notFound(refusal);
}

/** The commit that a branch or hash names; undefined when there is none. */
export async function commitOf({ world }: Call, repo: Repo, ref: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{40}$/.test(ref)) return headOf(world, repo, ref.replace(/^(?:refs\/)?heads\//, ''));
  const path = `/repos/${repo.fullName}/git/commits/${ref}`;
  return (await world.emulator.send({ method: 'GET', path })).status === 200 ? ref : undefined;
}
