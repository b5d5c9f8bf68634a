// Sub-issues: one parent each, at most a hundred children.
import { announce } from '../announce.ts';
import { hookIssue } from '../json/hook-json.ts';
import { issueJson } from '../json/issue-json.ts';
import type { Account } from '../model/account.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';

const MOST_SUB_ISSUES = 100;

export function addSubIssue(
  world: World,
  sender: Account,
  parent: Issue,
  sub: Issue,
  replaceParent: boolean,
): void {
  if (sub.parent === parent) throw Refusal.unprocessable('Issue may not contain duplicate sub-issues');
  if (isAncestor(sub, parent)) throw Refusal.unprocessable('Sub-issue may not be its own ancestor');
  if (parent.subIssues.length >= MOST_SUB_ISSUES)
    throw Refusal.unprocessable(`Parent cannot have more than ${MOST_SUB_ISSUES} sub-issues`);
  if (sub.parent !== null) {
    if (!replaceParent) throw Refusal.unprocessable('Sub issue may only have one parent');
    removeSubIssue(world, sender, sub.parent, sub);
  }
  sub.parent = parent;
  parent.subIssues.push(sub);
  subIssueEvents(world, sender, parent, sub, 'added');
}

export function removeSubIssue(world: World, sender: Account, parent: Issue, sub: Issue): void {
  if (sub.parent !== parent) throw Refusal.notFound('The provided sub-issue does not exist');
  sub.parent = null;
  parent.subIssues.splice(parent.subIssues.indexOf(sub), 1);
  subIssueEvents(world, sender, parent, sub, 'removed');
}

/** Puts a sub-issue right behind or before another one of the same parent. */
export function moveSubIssue(
  world: World,
  parent: Issue,
  sub: Issue,
  beside: { readonly issue: Issue; readonly behind: boolean },
): void {
  for (const issue of [sub, beside.issue])
    if (issue.parent !== parent) throw Refusal.notFound('The provided sub-issue does not exist');
  if (sub === beside.issue) throw Refusal.unprocessable('Sub-issue may not be placed beside itself');
  parent.subIssues.splice(parent.subIssues.indexOf(sub), 1);
  parent.subIssues.splice(parent.subIssues.indexOf(beside.issue) + (beside.behind ? 1 : 0), 0, sub);
  parent.updatedAt = world.now();
}

function isAncestor(candidate: Issue, of: Issue): boolean {
  for (let issue: Issue | null = of; issue !== null; issue = issue.parent)
    if (issue === candidate) return true;
  return false;
}

function subIssueEvents(world: World, sender: Account, parent: Issue, sub: Issue, word: string): void {
  parent.updatedAt = world.now();
  sub.updatedAt = world.now();
  const payload = {
    sub_issue_id: sub.id,
    sub_issue: hookIssue(issueJson(world, sub)),
    parent_issue_id: parent.id,
    parent_issue: hookIssue(issueJson(world, parent)),
  };
  announce(world, parent.repo, sender, 'sub_issues', { action: `sub_issue_${word}`, ...payload });
  announce(world, parent.repo, sender, 'sub_issues', { action: `parent_issue_${word}`, ...payload });
}
