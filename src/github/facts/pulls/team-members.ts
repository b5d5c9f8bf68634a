// Who is in the teams that may have to approve: read beside the first pull requests, in the same request.
import type { BranchOwners, TeamMembers } from '../../../domain/pull.ts';
import type { PartialAnswer } from '../../graphql.ts';
import { present } from '../../present.ts';
import { needing } from '../needing.ts';
import { teamsNamed } from './teams-named.ts';
import { whyBelow } from './unread.ts';

/** Most teams that are read: each is a part of one query. */
const MOST = 40;

interface RawTeam {
  readonly members: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly nodes: readonly ({ readonly login: string } | null)[] | null;
  };
}

export interface TeamsToRead {
  /** As many as one query may ask for. */
  readonly teams: readonly string[];
  /** Those beyond, in whom nobody knows who is. */
  readonly unread: readonly TeamMembers[];
}

/** Those of this organization. */
export function teamsToRead(
  owner: string,
  asked: readonly string[],
  owners: readonly BranchOwners[],
): TeamsToRead {
  const prefix = `${owner}/`.toLowerCase();
  const own = teamsNamed(asked, owners).filter((team) => team.toLowerCase().startsWith(prefix));
  const why = `${own.length} teams are named, and ${MOST} are read`;
  const members = { known: false, why } as const;
  return {
    teams: own.slice(0, MOST),
    unread: own.slice(MOST).map((team) => ({ team, members, isUnread: true })),
  };
}

/** Fields under `organization(login: $owner)`, with their variables. */
export function teamFields(teams: readonly string[]): {
  readonly fields: string;
  readonly variables: Record<string, string>;
} {
  const aliases = teams.map((_, index) => `team${index}`);
  const parts = aliases.map(
    (alias) =>
      `${alias}: team(slug: $${alias}) { members(first: 100) { pageInfo { hasNextPage } nodes { login } } }`,
  );
  return {
    fields: teams.length === 0 ? '' : `  organization(login: $owner) { ${parts.join(' ')} }\n`,
    variables: Object.fromEntries(aliases.map((alias, index) => [alias, teams[index]?.split('/')[1] ?? ''])),
  };
}

/** Unknown where GitHub does not say, or where a team has more members than were read. */
export function decodeTeams({ root, holes = [] }: PartialAnswer, teams: readonly string[]): TeamMembers[] {
  const organization = root['organization'] as Record<string, RawTeam | null> | null | undefined;
  return teams.map((team, index): TeamMembers => {
    const raw = organization?.[`team${index}`];
    const above = holes.find(
      ({ path }) => path.length === 0 || (path.length === 1 && path[0] === 'organization'),
    );
    const hole = above?.why ?? whyBelow(holes, 'organization', `team${index}`);
    const nodes = raw?.members.nodes;
    if (raw === null || raw === undefined || nodes === null || nodes === undefined || nodes.includes(null))
      return { team, members: { known: false, why: hiddenWords(team, hole) } };
    if (raw.members.pageInfo.hasNextPage)
      return { team, members: { known: false, why: `${team} has more than 100 members` } };
    return { team, members: { known: true, value: present(nodes).map(({ login }) => login) } };
  });
}

function hiddenWords(team: string, hole: string | undefined): string {
  const words = `GitHub does not show who is in ${team}`;
  return hole === undefined ? words : `${words}: ${needing(hole, 'members: read')}`;
}
