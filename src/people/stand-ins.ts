// Whom a text mentions in place of a team, where GitHub takes the team's name for plain text.
import { LEADING_ROLES } from '../commands/rights.ts';
import { sameName, uniqueNames } from './names.ts';

/** A team of the config. */
interface ListedTeam {
  /** `acme/api`. */
  readonly github: string;
  readonly lead?: string | undefined;
  readonly people?: readonly string[] | undefined;
}

export interface StandIns {
  /** Logins; empty: there is nobody. */
  readonly people: readonly string[];
  /** They are not of the team, and have to pass it on. */
  readonly passOn: boolean;
}

export interface StandInFacts {
  /** By id. */
  readonly teams: Readonly<Record<string, ListedTeam>>;
  /** Roles of the releases that the text is about. */
  readonly roles: readonly Readonly<Record<string, readonly string[]>>[];
  readonly isQuiet: (login: string) => boolean;
}

/** The people of the team that the config lists, else its lead, else those who lead the release; nobody who wants no pings. */
export function standInsFor(github: string, { teams, roles, isQuiet }: StandInFacts): StandIns {
  const listed = Object.values(teams).filter((team) => sameName(team.github, github));
  const own = [listed.flatMap(({ people = [] }) => people), listed.flatMap(({ lead }) => lead ?? [])];
  const leads = roles.flatMap((held) => LEADING_ROLES.flatMap((role) => held[role] ?? []));
  const open = [...own, leads].map((names) => uniqueNames(names).filter((login) => !isQuiet(login)));
  const index = open.findIndex((names) => names.length > 0);
  return { people: open[index] ?? [], passOn: index === own.length };
}
