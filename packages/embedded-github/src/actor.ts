// Who makes a request, and what they may do in a repository.
import type { Account, Permission } from './model/account.ts';
import type { Issue, Repo } from './model/repo.ts';
import { Refusal } from './refusal.ts';

/** The permissions of an installation's token, and the repositories that it reaches. */
export interface Grants {
  readonly permissions: Readonly<Record<string, string>>;
  readonly repositories: 'all' | readonly number[];
  /** Absent for the token of a workflow. */
  readonly installation?: number | undefined;
}

export interface Actor {
  /** Undefined for a request without a token, and for the App's own JWT. */
  readonly account: Account | undefined;
  readonly grants: Grants | undefined;
  readonly jwt: string | undefined;
}

export type Resource =
  | 'issues'
  | 'contents'
  | 'pull_requests'
  | 'checks'
  | 'discussions'
  | 'statuses'
  | 'deployments'
  | 'actions'
  | 'metadata';
export type Level = 'read' | 'triage' | 'write' | 'maintain' | 'admin';

const RANK: Record<Permission, number> = { read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };

/** The person's permission in the repository; everybody may read a public one. */
export function permissionOf(repo: Repo, login: string): Permission | 'none' {
  return repo.permissions.get(login.toLowerCase()) ?? (repo.private ? 'none' : 'read');
}

/** Whether the actor holds the level on the resource; for an installation, every write level is `write`. */
export function may(actor: Actor, repo: Repo, resource: Resource, level: Level): boolean {
  if (actor.grants !== undefined) return mayInstallation(actor.grants, repo, resource, level);
  if (actor.account === undefined) return level === 'read' && !repo.private;
  const held = permissionOf(repo, actor.account.login);
  return held !== 'none' && RANK[held] >= RANK[level];
}

function mayInstallation(grants: Grants, repo: Repo, resource: Resource, level: Level): boolean {
  const reached = grants.repositories === 'all' || grants.repositories.includes(repo.id);
  if (level === 'read' && !repo.private) return true;
  if (!reached) return false;
  const granted = grants.permissions[resource] ?? (resource === 'metadata' ? 'read' : 'none');
  return granted === 'write' || (level === 'read' && granted === 'read');
}

/** Throws GitHub's refusal unless the actor holds the level. */
export function demand(actor: Actor, repo: Repo, resource: Resource, level: Level): void {
  if (may(actor, repo, resource, level)) return;
  if (!may(actor, repo, 'metadata', 'read')) throw Refusal.notFound();
  throw refusalFor(actor, 'Must have admin rights to Repository.', `${resource}=${grantOf(level)}`);
}

/** What a right on an issue is called: a pull request's issue obeys either permission. */
export function mayOnIssue(actor: Actor, issue: Issue, level: Level): boolean {
  if (may(actor, issue.repo, 'issues', level)) return true;
  return issue.pull !== null && may(actor, issue.repo, 'pull_requests', level);
}

/** Throws unless the actor holds the level on the issue. */
export function demandOnIssue(actor: Actor, issue: Issue, level: Level): void {
  if (mayOnIssue(actor, issue, level)) return;
  const either = issue.pull === null ? '' : `; pull_requests=${grantOf(level)}`;
  throw refusalFor(actor, 'Must have admin rights to Repository.', `issues=${grantOf(level)}${either}`);
}

/** Tokens know two levels only. */
const grantOf = (level: Level): 'read' | 'write' => (level === 'read' ? 'read' : 'write');

/** The refusal for a missing right, in the words that fit the kind of actor. `needs`: permissions of a token that would do. */
export function refusalFor(actor: Actor, personText: string, needs?: string): Refusal {
  if (actor.grants !== undefined) return Refusal.forbidden('Resource not accessible by integration', needs);
  return actor.account === undefined ? Refusal.unauthorized() : Refusal.forbidden(personText);
}

/** The account that acts; a request without one is refused. */
export function accountOf(actor: Actor): Account {
  if (actor.account === undefined) throw Refusal.unauthorized();
  return actor.account;
}
