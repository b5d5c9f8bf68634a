// Decides whether a person may give a command. When the right can't be established, the answer is no.
import type { Release } from '../domain/release.ts';
import { LEADING_ROLES, type Right } from './rights.ts';
import type { Memberships, Permission } from '../domain/command-comment.ts';

export interface Giver {
  readonly login: string;
  /** On the repository, asked for when the command is carried out; `unknown` when that failed. */
  readonly permission: Permission;
  /** A team that GitHub did not tell about counts as one that the person is not in. */
  readonly teams: Memberships;
}

const RANKS: readonly Permission[] = ['unknown', 'none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** Who answers for a case file, or for any team: GitHub teams as `acme/api`, and logins. */
export interface CaseOwner {
  readonly teams: readonly string[];
  readonly people: readonly string[];
}

/**
 * `role` is that of the task which the command is about, or one that the config gives the command beside release leads.
 * `owner` answers for the case file, or for any team of the config. Neither helps anybody who can't read the repository.
 */
export function may(
  right: Right,
  giver: Giver,
  release: Pick<Release, 'roles' | 'roleTeams'>,
  role?: string,
  owner?: CaseOwner,
): boolean {
  if (!atLeast(giver.permission, 'read')) return false;
  if (right === 'admin') return giver.permission === 'admin';
  if (right === 'voter') return owns(giver, owner);
  const inRole = (name: string): boolean => holds(giver, release, name);
  if (LEADING_ROLES.some(inRole)) return true;
  const isHolder = role !== undefined && inRole(role);
  if (right === 'lead') return atLeast(giver.permission, 'maintain') || isHolder;
  if (right === 'holder') return atLeast(giver.permission, 'write') || isHolder;
  if (right === 'member') return owns(giver, owner);
  if (right === 'owner') return atLeast(giver.permission, 'write') || owns(giver, owner);
  const roles = [...Object.keys(release.roles), ...Object.keys(release.roleTeams ?? {})];
  return atLeast(giver.permission, 'triage') || roles.some(inRole);
}

/** In person or by a team. Records of the config have no prototype, so any name is a safe key. */
function holds(
  { login, teams }: Giver,
  { roles, roleTeams }: Pick<Release, 'roles' | 'roleTeams'>,
  role: string,
): boolean {
  const people = roles[role] ?? [];
  const byTeam = roleTeams?.[role] ?? [];
  return (
    people.some((person) => person.toLowerCase() === login.toLowerCase()) ||
    byTeam.some((team) => teams.member.includes(team))
  );
}

function owns({ login, teams }: Giver, owner: CaseOwner | undefined): boolean {
  const own = owner?.teams.map((team) => team.toLowerCase()) ?? [];
  return (
    owner?.people.some((person) => person.toLowerCase() === login.toLowerCase()) === true ||
    teams.member.some((team) => own.includes(team.toLowerCase()))
  );
}

function atLeast(permission: Permission, least: Permission): boolean {
  return RANKS.indexOf(permission) >= RANKS.indexOf(least);
}
