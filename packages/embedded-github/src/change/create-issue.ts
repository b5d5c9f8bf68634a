// Opens an issue.
import { type Actor, accountOf, may } from '../actor.ts';
import type { Issue, Milestone, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { announceIssue } from './announce-issue.ts';
import { assignable, setAssignees } from './assignees.ts';
import { labelsNamed, setLabels } from './labels.ts';
import { setMilestone } from './milestones.ts';
import { newIssue } from './new-issue.ts';
import { checkBody, checkTitle } from './text-limits.ts';

export interface IssueInput {
  readonly title: string;
  readonly body: string | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: Milestone | null;
}

/** Everyone who can read may open one; without triage rights labels, assignees and milestone are dropped. */
export async function createIssue(world: World, actor: Actor, repo: Repo, input: IssueInput): Promise<Issue> {
  const author = accountOf(actor);
  checkTitle('Issue', input.title);
  checkBody('Issue', input.body);
  const slot = await world.emulator.reserveNumber(repo.fullName);
  const issue = newIssue(world, repo, author, { ...slot, title: input.title, body: input.body, pull: null });
  world.replica.made(issue);
  const trusted = may(actor, repo, 'issues', 'triage');
  announceIssue(world, author, issue, 'opened');
  if (trusted) {
    setLabels(world, author, issue, labelsNamed(world, repo, author, input.labels));
    setAssignees(world, author, issue, assignable(world, repo, input.assignees));
    setMilestone(world, author, issue, input.milestone);
  }
  return issue;
}
