// Forks: kept as branches of the repository itself, under a name that only their owner may push to.
import type { Account } from './model/account.ts';
import type { Repo } from './model/repo.ts';
import type { World } from './model/world.ts';

/** The branch that stands for a branch of somebody's fork. */
export function forkBranch(login: string, branch: string): string {
  return `forks/${login.toLowerCase()}/${branch}`;
}

/** Whose fork the branch stands for, and what it is called there; undefined for a branch of the repository. */
export function forkOf(branch: string): { readonly login: string; readonly branch: string } | undefined {
  const [, login, name] = /^forks\/([^/]+)\/(.+)$/.exec(branch) ?? [];
  return login === undefined || name === undefined ? undefined : { login, branch: name };
}

/** Whether the branch lies in the person's own fork, where no right in the repository is needed. */
export function isOwnFork(account: Account | undefined, branch: string): boolean {
  return account !== undefined && branch.startsWith(forkBranch(account.login, ''));
}

/** Where `LOGIN:BRANCH` leads: into a fork, unless the login is the owner's. */
export function headOf(
  world: World,
  owner: Account,
  head: string,
): { readonly branch: string; readonly fork: Account | undefined } {
  const [login = '', name] = head.split(':');
  if (name === undefined) return { branch: head, fork: undefined };
  const fork = world.accounts.get(login.toLowerCase());
  if (fork === undefined || fork === owner) return { branch: name, fork: undefined };
  return { branch: forkBranch(fork.login, name), fork };
}

/** In whose name the emulator takes pushes to forks: for it they are branches like any other. */
export function forkKeeper(repo: Repo): { readonly login: string } {
  const admin = [...repo.permissions].find(([, permission]) => permission === 'admin');
  return { login: admin?.[0] ?? repo.owner.login };
}
