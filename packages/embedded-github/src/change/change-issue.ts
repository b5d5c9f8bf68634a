// Changes an issue: text, state, labels, assignees, milestone, lock.
import { type Actor, accountOf, mayOnIssue, refusalFor } from '../actor.ts';
import type { Account } from '../model/account.ts';
import type { Issue, Milestone, StateReason } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { announceIssue } from './announce-issue.ts';
import { assignable, setAssignees } from './assignees.ts';
import { labelsNamed, setLabels } from './labels.ts';
import { setMilestone } from './milestones.ts';
import { checkBody, checkTitle } from './text-limits.ts';
import { writeBody } from './write-body.ts';

export interface IssuePatch {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly stateReason?: StateReason | null | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly assignees?: readonly string[] | undefined;
  readonly milestone?: Milestone | null | undefined;
}

/** Authors may change text and state, everyone with triage or more the rest too. */
export function changeIssue(world: World, actor: Actor, issue: Issue, patch: IssuePatch): void {
  const sender = accountOf(actor);
  const trusted = mayOnIssue(actor, issue, 'triage');
  if (!trusted && (issue.author !== sender || actor.grants !== undefined))
    throw refusalFor(actor, 'Must have admin rights to Repository.');
  checkTitle('Issue', patch.title);
  checkBody('Issue', patch.body);
  changeText(world, sender, issue, patch);
  if (trusted) {
    if (patch.labels !== undefined)
      setLabels(world, sender, issue, labelsNamed(world, issue.repo, sender, patch.labels));
    if (patch.assignees !== undefined)
      setAssignees(world, sender, issue, assignable(world, issue.repo, patch.assignees));
    if (patch.milestone !== undefined) setMilestone(world, sender, issue, patch.milestone);
  }
  if (patch.state !== undefined)
    changeState(world, sender, issue, patch.state, patch.stateReason ?? undefined);
}

/** Locks or unlocks the conversation. */
export function setLock(
  world: World,
  sender: Account,
  issue: Issue,
  locked: boolean,
  reason: string | null,
): void {
  if (issue.locked === locked) return;
  issue.locked = locked;
  issue.lockReason = reason;
  issue.updatedAt = world.now();
  announceIssue(world, sender, issue, locked ? 'locked' : 'unlocked');
}

function changeText(world: World, sender: Account, issue: Issue, patch: IssuePatch): void {
  const formerTitle = issue.title;
  if (patch.title !== undefined) issue.title = patch.title;
  const formerBody = patch.body === undefined ? undefined : writeBody(world, issue, sender, patch.body);
  const changes = {
    ...(issue.title === formerTitle ? {} : { title: { from: formerTitle } }),
    ...(formerBody === undefined ? {} : { body: { from: formerBody } }),
  };
  if (Object.keys(changes).length === 0) return;
  issue.updatedAt = world.now();
  announceIssue(world, sender, issue, 'edited', { changes });
}

/** Closes or reopens it, unless it is so already. */
export function changeState(
  world: World,
  sender: Account,
  issue: Issue,
  state: 'open' | 'closed',
  reason?: StateReason,
): void {
  if (state === issue.state) {
    if (state === 'closed' && reason !== undefined) issue.stateReason = reason;
    return;
  }
  const closed = state === 'closed';
  issue.state = state;
  issue.stateReason = closed ? (reason ?? 'completed') : 'reopened';
  if (issue.pull !== null) issue.stateReason = null;
  issue.updatedAt = world.now();
  issue.closedAt = closed ? issue.updatedAt : null;
  issue.closedBy = closed ? sender : null;
  issue.stateChanges.push({ id: world.nextId(), to: state, by: sender, at: issue.updatedAt });
  announceIssue(world, sender, issue, closed ? 'closed' : 'reopened');
}
