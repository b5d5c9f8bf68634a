// Decides whether a person may give a command. When the right can't be established, the answer is no.
import type { Permission } from '../domain/observed.ts';
import { LEADING_ROLES, type Right } from './table.ts';

export interface Giver {
  readonly login: string;
  /** On the repository, asked for when the command is carried out; `unknown` when that failed. */
  readonly permission: Permission;
}

const RANKS: readonly Permission[] = ['unknown', 'none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** `role` is that of the task which the command is about. A role helps nobody who can't even read the repository. */
export function may(
  right: Right,
  giver: Giver,
  roles: Readonly<Record<string, readonly string[]>>,
  role?: string,
): boolean {
  if (!atLeast(giver.permission, 'read')) return false;
  const inRole = (name: string): boolean =>
    roles[name]?.some((login) => login.toLowerCase() === giver.login.toLowerCase()) === true;
  if (LEADING_ROLES.some(inRole)) return true;
  if (right === 'lead') return atLeast(giver.permission, 'maintain');
  if (right === 'holder') return atLeast(giver.permission, 'write') || (role !== undefined && inRole(role));
  return atLeast(giver.permission, 'triage') || Object.keys(roles).some(inRole);
}

function atLeast(permission: Permission, least: Permission): boolean {
  return RANKS.indexOf(permission) >= RANKS.indexOf(least);
}
