// Reads the pages of pull requests: one query a page, never one a pull request.
import type { BranchOwners, Fixes, TeamMembers } from '../../../domain/pull.ts';
import type { GitHub } from '../../client.ts';
import { queryRepository } from '../../graphql.ts';
import { present } from '../../present.ts';
import { branchFields, decodeBranches } from '../branch-owners.ts';
import { type FixFields, decodeFixes, fixFields } from './fixes.ts';
import { PULL_FIELDS, type RawPull } from './pull-fields.ts';
import type { PullsQuestion } from './question.ts';
import { decodeTeams, teamFields, teamsToRead } from './team-members.ts';

/** Pull requests a page: more makes GitHub's answers slow and, at worst, a 502. */
const PAGE = 50;

/** Most further base branches that are read; pull requests into others are left alone, and said to be. */
const MOST_BRANCHES = 20;

/** What one page asks for beside the open pull requests. */
interface Beside {
  /** Base branches that earlier pages showed. */
  readonly branches: readonly string[];
  /** With the first page come the teams, and the newest closed ones: their comments have to be folded away. */
  readonly teams?: readonly string[];
  /** With it come the fixes that release branches need, too. */
  readonly fixes?: FixFields;
}

function pageQuery({ branches, teams, fixes }: Beside, cursor: string | null) {
  const ofBranches = branchFields(branches);
  const ofTeams = teamFields(teams ?? []);
  const variables = { ...ofBranches.variables, ...ofTeams.variables, ...fixes?.variables };
  const declared = Object.keys(variables)
    .map((name) => `, $${name}: String!`)
    .join('');
  const closed = `closed: pullRequests(states: [MERGED, CLOSED], first: ${PAGE}, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { ...RelcommsPull }
    }`;
  const query = `query RelcommsPulls($owner: String!, $name: String!, $cursor: String${declared}) {
${ofTeams.fields}  repository(owner: $owner, name: $name) {
    ${[...(teams === undefined ? [] : [closed]), ...ofBranches.parts, ...(fixes?.parts ?? [])].join('\n    ')}
    open: pullRequests(states: [OPEN], first: ${PAGE}, after: $cursor, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { ...RelcommsPull }
    }
  }
}
${PULL_FIELDS}`;
  return { query, variables: { ...variables, cursor } };
}

interface PullPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (RawPull | null)[] | null;
}

export interface Pages {
  readonly owners: readonly BranchOwners[];
  readonly raw: readonly RawPull[];
  readonly fixes: Fixes;
  readonly members: readonly TeamMembers[];
}

/** Base branches that one page shows are read with the next, so that they cost no request of their own but the last. */
export async function readPages(
  github: GitHub,
  question: PullsQuestion,
  seen: readonly BranchOwners[],
): Promise<Pages> {
  const teams = teamsToRead(github.owner, question.teams, seen);
  const ofFixes = fixFields(question.fixLabels, question.branches);
  const raw: RawPull[] = [];
  const owners = [...seen];
  let members: TeamMembers[] = [];
  let fixes: Fixes = { fixes: [], branches: [] };
  let cursor: string | null = null;
  for (let page = 1, more = true; more || newBranches(raw, owners).length > 0; page++) {
    const branches = newBranches(raw, owners);
    const beside = page === 1 ? { branches, teams, fixes: ofFixes } : { branches };
    const { query, variables } = pageQuery(beside, cursor);
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const answer = await queryRepository(github, query, variables);
    const failure = ['open', 'closed', '*', ...ofFixes.names]
      .map((field) => answer.failed.get(field))
      .find((why) => why !== undefined);
    if (failure !== undefined) throw new Error(failure);
    owners.push(...decodeBranches(answer, branches));
    const { nodes, pageInfo } = answer.data['open'] as PullPage;
    if (page === 1) {
      members = decodeTeams(answer, teams);
      const repository = `${github.owner}/${github.repo}`;
      fixes = {
        ...(ofFixes.names.length > 0 ? decodeFixes(answer, question.fixLabels, question.branches) : fixes),
        repository,
      };
    }
    raw.push(...present(nodes), ...present((answer.data['closed'] as PullPage | undefined)?.nodes));
    more = pageInfo.hasNextPage;
    cursor = pageInfo.endCursor ?? cursor;
  }
  return { raw, fixes, members, owners };
}

/** Base branches of open pull requests of which nothing is known yet. */
function newBranches(raw: readonly RawPull[], owners: readonly BranchOwners[]): string[] {
  const known = new Set(owners.map(({ branch }) => branch));
  const bases = raw.flatMap(({ state, baseRefName }) => (state === 'OPEN' ? [baseRefName] : []));
  const further = Math.max(0, MOST_BRANCHES - known.size);
  return [...new Set(bases)].filter((branch) => !known.has(branch)).slice(0, further);
}
