// Who decides about exceptions.
import { type Giver, may } from '../../../commands/may.ts';
import { LEADING_ROLES } from '../../../commands/rights.ts';
import type { Release } from '../../../domain/release.ts';
import { uniqueNames } from '../../../people/names.ts';
import type { FreezeConfig } from '../config.ts';

/** The role of the config, and release leads; without one, release leads and who maintains the repository. */
export function mayDecide(giver: Giver, release: Release, { exceptions: role }: FreezeConfig): boolean {
  if (role === undefined) return may('lead', giver, release);
  const owner = { people: release.roles[role] ?? [], teams: release.roleTeams?.[role] ?? [] };
  return may('member', giver, release, undefined, owner);
}

/** Logins of those who are asked. */
export function askedPeople({ roles }: Release, { exceptions: role }: FreezeConfig): string[] {
  const own = role === undefined ? [] : (roles[role] ?? []);
  return uniqueNames(own.length > 0 ? own : LEADING_ROLES.flatMap((lead) => roles[lead] ?? []));
}
