// For which teams reviews were given: asked only where that may decide, since it is dear in points.
import type { BranchOwners, TeamMembers } from '../../../domain/pull.ts';
import type { GitHub } from '../../client.ts';
import { failureWords, isLimit } from '../../failure.ts';
import { queryRepository } from '../../graphql.ts';
import { present } from '../../present.ts';
import { sideBySide } from '../../side-by-side.ts';
import type { RawPull } from './pull-fields.ts';
import { teamsNamed } from './teams-named.ts';

/** Reviews that one query asks about: as many connections, so one point. */
const AT_ONCE = 100;

/** Teams as `acme/api`, or why they are not known. */
type BehalfOf = readonly string[] | { readonly why: string };

/** By the id of the review. */
export type Behalf = ReadonlyMap<string, BehalfOf>;

interface Setting {
  readonly teams: readonly string[];
  readonly owners: readonly BranchOwners[];
  readonly members: readonly TeamMembers[];
}

/**
 * Ids of the approvals that may count for a team in which nobody knows who is. What is approved already, and what waits
 * for nobody's team, needs no such answer.
 */
export function doubtful(pulls: readonly RawPull[], { teams, owners, members }: Setting): string[] {
  const known = new Set(members.flatMap((one) => (one.members.known ? [one.team.toLowerCase()] : [])));
  const isDoubtful = teamsNamed(teams, owners).some((team) => !known.has(team.toLowerCase()));
  if (!isDoubtful) return [];
  return pulls
    .filter(({ state, reviewDecision }) => state === 'OPEN' && reviewDecision !== 'APPROVED')
    .flatMap(({ latestOpinionatedReviews: reviews }) => present(reviews?.nodes))
    .flatMap(({ id, state }) => (state === 'APPROVED' ? [id] : []));
}

/** A team that GitHub does not show is left out, as the members of it are. A limit ends the look. */
export async function readBehalf(github: GitHub, ids: readonly string[]): Promise<Behalf> {
  const groups = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, group) =>
    ids.slice(group * AT_ONCE, (group + 1) * AT_ONCE),
  );
  const read = await sideBySide(groups.map((some) => () => readSome(github, some)));
  return new Map(read.flatMap((some) => [...some]));
}

interface RawBehalf {
  readonly onBehalfOf?: {
    readonly nodes: readonly ({ readonly combinedSlug: string } | null)[] | null;
  } | null;
}

async function readSome(github: GitHub, ids: readonly string[]): Promise<Behalf> {
  const parts = ids.map(
    (_, index) =>
      `  r${index}: node(id: $id${index}) { ... on PullRequestReview { onBehalfOf(first: 5) { nodes { combinedSlug } } } }`,
  );
  const declared = ids.map((_, index) => `, $id${index}: ID!`).join('');
  const query = `query RelcommsOnBehalfOf($owner: String!, $name: String!${declared}) {
  repository(owner: $owner, name: $name) { id }
${parts.join('\n')}
}`;
  const variables = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
  try {
    const { root, failed } = await queryRepository(github, query, variables);
    return new Map(
      ids.map((id, index): [string, BehalfOf] => {
        const raw = root[`r${index}`] as RawBehalf | null | undefined;
        const why = failed.get(`r${index}`) ?? failed.get('*') ?? 'GitHub says nothing of the review';
        if (raw === null || raw === undefined) return [id, { why }];
        return [id, present(raw.onBehalfOf?.nodes).map(({ combinedSlug }) => combinedSlug)];
      }),
    );
  } catch (error) {
    if (isLimit(error)) throw error;
    return new Map(ids.map((id) => [id, { why: failureWords(error) }]));
  }
}
