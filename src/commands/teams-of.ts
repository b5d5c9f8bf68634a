// Which teams of the config a person speaks for: those that GitHub says they are in, and those that they lead.
import type { Giver } from './may.ts';

export interface SpokenFor {
  /** `acme/api`. */
  readonly github: string;
  /** Login. */
  readonly lead?: string | undefined;
}

/** Ids of the teams. */
export function teamsOf(
  { login, teams: { member } }: Giver,
  teams: Readonly<Record<string, SpokenFor>>,
): string[] {
  const own = member.map((team) => team.toLowerCase());
  return Object.entries(teams).flatMap(([id, { github, lead }]) =>
    own.includes(github.toLowerCase()) || lead?.toLowerCase() === login.toLowerCase() ? [id] : [],
  );
}
