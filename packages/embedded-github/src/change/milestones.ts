// Milestones of a repository and of its issues.
import { announce } from '../announce.ts';
import { milestoneJson } from '../json/milestone-json.ts';
import type { Account } from '../model/account.ts';
import type { Issue, Milestone, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { announceIssue } from './announce-issue.ts';

export interface MilestoneInput {
  readonly title?: string | undefined;
  readonly description?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly state?: 'open' | 'closed' | undefined;
}

export function createMilestone(world: World, repo: Repo, sender: Account, input: MilestoneInput): Milestone {
  const milestone = newMilestone(world, repo, sender, input);
  milestoneEvent(world, repo, sender, 'created', milestone);
  return milestone;
}

/** Without telling anybody. */
export function newMilestone(world: World, repo: Repo, sender: Account, input: MilestoneInput): Milestone {
  const title = checkedTitle(repo, input.title ?? '', undefined);
  const id = world.nextId();
  const milestone: Milestone = {
    id,
    nodeId: `MI_${id}`,
    number: Math.max(0, ...repo.milestones.keys()) + 1,
    creator: sender,
    createdAt: world.now(),
    title,
    description: input.description ?? null,
    dueOn: dueDay(input.dueOn),
    state: input.state ?? 'open',
    updatedAt: world.now(),
    closedAt: input.state === 'closed' ? world.now() : null,
  };
  repo.milestones.set(milestone.number, milestone);
  return milestone;
}

/** Changes what the input names; the state has its own events. */
export function changeMilestone(
  world: World,
  repo: Repo,
  sender: Account,
  milestone: Milestone,
  input: MilestoneInput,
): void {
  const former = { title: milestone.title, description: milestone.description, due_on: milestone.dueOn };
  if (input.title !== undefined) milestone.title = checkedTitle(repo, input.title, milestone);
  if (input.description !== undefined) milestone.description = input.description;
  if (input.dueOn !== undefined) milestone.dueOn = dueDay(input.dueOn);
  const next = { title: milestone.title, description: milestone.description, due_on: milestone.dueOn };
  const keys = (['title', 'description', 'due_on'] as const).filter((key) => former[key] !== next[key]);
  if (keys.length > 0) {
    milestone.updatedAt = world.now();
    const changes = Object.fromEntries(keys.map((key) => [key, { from: former[key] ?? '' }]));
    milestoneEvent(world, repo, sender, 'edited', milestone, changes);
  }
  if (input.state === undefined || input.state === milestone.state) return;
  milestone.state = input.state;
  milestone.updatedAt = world.now();
  milestone.closedAt = input.state === 'closed' ? world.now() : null;
  milestoneEvent(world, repo, sender, input.state === 'closed' ? 'closed' : 'opened', milestone);
}

export function deleteMilestone(world: World, repo: Repo, sender: Account, milestone: Milestone): void {
  for (const issue of repo.issues.values())
    if (issue.milestone === milestone) setMilestone(world, sender, issue, null);
  repo.milestones.delete(milestone.number);
  milestoneEvent(world, repo, sender, 'deleted', milestone);
}

/** Puts the issue into the milestone, or takes it out. */
export function setMilestone(world: World, sender: Account, issue: Issue, milestone: Milestone | null): void {
  const former = issue.milestone;
  if (former === milestone) return;
  issue.milestone = milestone;
  issue.updatedAt = world.now();
  if (former !== null)
    announceIssue(world, sender, issue, 'demilestoned', {
      milestone: milestoneJson(world, issue.repo, former),
    });
  if (milestone !== null)
    announceIssue(world, sender, issue, 'milestoned', {
      milestone: milestoneJson(world, issue.repo, milestone),
    });
}

function milestoneEvent(
  world: World,
  repo: Repo,
  sender: Account,
  action: string,
  milestone: Milestone,
  changes?: object,
): void {
  announce(world, repo, sender, 'milestone', {
    action,
    milestone: milestoneJson(world, repo, milestone),
    ...(changes === undefined ? {} : { changes }),
  });
}

function checkedTitle(repo: Repo, title: string, self: Milestone | undefined): string {
  if (title.trim() === '') throw Refusal.invalid('Milestone', 'title', 'missing_field');
  const taken = [...repo.milestones.values()].some((other) => other !== self && other.title === title);
  if (taken) throw Refusal.invalid('Milestone', 'title', 'already_exists');
  return title;
}

/** GitHub keeps the moment, with the precision of a second. */
function dueDay(dueOn: string | null | undefined): string | null {
  if (dueOn === null || dueOn === undefined) return null;
  const at = Date.parse(dueOn);
  if (Number.isNaN(at)) throw Refusal.invalid('Milestone', 'due_on', 'invalid');
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
