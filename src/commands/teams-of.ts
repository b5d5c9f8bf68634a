// Which teams of the config a person speaks for: those that GitHub says they are in, those that they lead, and those that list them.
import type { Giver } from './may.ts';

export interface SpokenFor {
  /** `acme/api`. */
  readonly github: string;
  /** Login. */
  readonly lead?: string | undefined;
  /** Logins. */
  readonly people?: readonly string[] | undefined;
}

/** Ids of the teams. */
export function teamsOf(
  { login, teams: { member } }: Giver,
  teams: Readonly<Record<string, SpokenFor>>,
): string[] {
  const own = member.map((team) => team.toLowerCase());
  const name = login.toLowerCase();
  return Object.entries(teams).flatMap(([id, team]) => {
    return own.includes(team.github.toLowerCase()) ||
      speakersOf(team).some((one) => one.toLowerCase() === name)
      ? [id]
      : [];
  });
}

/** Logins of those who speak for a team by the config alone. */
export function speakersOf({ lead, people = [] }: SpokenFor): string[] {
  return lead === undefined ? [...people] : [lead, ...people];
}
