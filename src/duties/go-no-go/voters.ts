// Who votes on a milestone: people with a vote each, and teams with one vote for all of their people.
import type { SpokenFor } from '../../commands/teams-of.ts';
import type { Release } from '../../domain/release.ts';
import type { VoteConfig } from './config.ts';

/** One vote. */
export interface Voter {
  readonly kind: 'person' | 'team';
  /** The login, or the team as `acme/api`. */
  readonly name: string;
  /** Logins of those who may cast it, by the config alone. */
  readonly people: readonly string[];
  /** Everybody in this GitHub team may cast it, too. */
  readonly team?: string | undefined;
}

/** Each once, whatever case its name is written in: people first, in the order of the config. */
export function votersOf(
  { roles, teams, people }: VoteConfig,
  release: Pick<Release, 'roles' | 'roleTeams'>,
  all: Readonly<Record<string, SpokenFor>>,
): Voter[] {
  const logins = [...roles.flatMap((role) => release.roles[role] ?? []), ...people];
  const voters = [
    ...logins.map((login): Voter => ({ kind: 'person', name: login, people: [login] })),
    ...teams.flatMap((id) => (all[id] === undefined ? [] : [teamVoter(all[id])])),
    ...roles
      .flatMap((role) => release.roleTeams?.[role] ?? [])
      .map((team): Voter => ({ kind: 'team', name: team, people: [], team })),
  ];
  return [
    ...new Map(voters.toReversed().map((one) => [`${one.kind} ${one.name.toLowerCase()}`, one])).values(),
  ].toReversed();
}

/** A team that lists its people is these and its lead; else GitHub knows who is in it. */
function teamVoter({ github, lead, people = [] }: SpokenFor): Voter {
  const own = lead === undefined ? [] : [lead];
  return people.length === 0
    ? { kind: 'team', name: github, people: own, team: github }
    : { kind: 'team', name: github, people: [...own, ...people] };
}
