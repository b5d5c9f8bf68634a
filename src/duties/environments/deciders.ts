// Who lets a candidate be merged in spite of its check.
import { type Giver, may } from '../../commands/may.ts';
import type { Release } from '../../domain/release.ts';
import type { EnvironmentsConfig } from './config.ts';

/** The role of the config, and release leads; without one, release leads and who maintains the repository. */
export function mayOverride(giver: Giver, release: Release, { override: role }: EnvironmentsConfig): boolean {
  if (role === undefined) return may('lead', giver, release);
  const owner = { people: release.roles[role] ?? [], teams: release.roleTeams?.[role] ?? [] };
  return may('member', giver, release, undefined, owner);
}
