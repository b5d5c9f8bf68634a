// Assignees: who may be one, and how they come and go.
import { permissionOf } from '../actor.ts';
import { accountJson } from '../json/account-json.ts';
import type { Account } from '../model/account.ts';
import type { Issue, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { announceIssue } from './announce-issue.ts';

const MOST_ASSIGNEES = 10;

/** People with triage or more, and members of the organisation. */
export function isAssignable(world: World, repo: Repo, login: string): boolean {
  const account = world.accounts.get(login.toLowerCase());
  if (account === undefined || account.type !== 'User') return false;
  const permission = permissionOf(repo, login);
  return world.members.has(account.login) || (permission !== 'read' && permission !== 'none');
}

/** The assignable accounts among the logins; GitHub drops the others without a word, and all above ten. */
export function assignable(world: World, repo: Repo, logins: readonly string[]): Account[] {
  const accounts = logins
    .filter((login) => isAssignable(world, repo, login))
    .flatMap((login) => world.accounts.get(login.toLowerCase()) ?? []);
  return [...new Set(accounts)].slice(0, MOST_ASSIGNEES);
}

/** Gives the issue exactly these assignees, with one event for each that came or went. */
export function setAssignees(
  world: World,
  sender: Account,
  issue: Issue,
  accounts: readonly Account[],
): void {
  const wanted = accounts.slice(0, MOST_ASSIGNEES);
  for (const account of issue.assignees.filter((held) => !wanted.includes(held))) {
    issue.assignees = issue.assignees.filter((held) => held !== account);
    assigneeEvent(world, sender, issue, 'unassigned', account);
  }
  for (const account of wanted.filter((candidate) => !issue.assignees.includes(candidate))) {
    issue.assignees = [...issue.assignees, account];
    assigneeEvent(world, sender, issue, 'assigned', account);
  }
}

function assigneeEvent(world: World, sender: Account, issue: Issue, action: string, account: Account): void {
  issue.updatedAt = world.now();
  announceIssue(world, sender, issue, action, { assignee: accountJson(world, account) });
}
