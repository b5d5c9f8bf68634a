// Reads the pages of pull requests: one query a page, never one a pull request.
import type { BranchOwners, Fixes, TeamMembers } from '../../../domain/pull.ts';
import type { GitHub } from '../../client.ts';
import {
  type Hole,
  type PartialAnswer,
  holesBelow,
  isCutOff,
  queryRepository,
  refusedFields,
} from '../../graphql.ts';
import { branchFields, decodeBranches } from '../branch-owners.ts';
import { fixesIn } from './fixes-in.ts';
import { type FixFields, fixFields } from './fixes.ts';
import { type PullPage, leftOut, leftWords, whyNoPage } from './pull-page.ts';
import { PULL_FIELDS, type RawPull } from './pull-fields.ts';
import type { PullsQuestion } from './question.ts';
import { decodeTeams, teamFields, teamsToRead } from './team-members.ts';

/** Pull requests a page: more makes GitHub's answers slow and, at worst, a 502. */
const PAGE = 50;
/** What is left of a page that was halved again and again; then it is what it is. */
const SMALLEST_PAGE = 6;

/** Most further base branches that are read; pull requests into others are left alone, and said to be. */
const MOST_BRANCHES = 20;

/** What one page asks for beside the open pull requests. */
interface Beside {
  /** Pull requests of this page. */
  readonly size: number;
  /** Base branches that earlier pages showed. */
  readonly branches: readonly string[];
  /** With the first page come the teams, and the newest closed ones: their comments have to be folded away. */
  readonly teams?: readonly string[];
  /** With it come the fixes that release branches need, too. */
  readonly fixes?: FixFields;
}

function pageQuery({ size, branches, teams, fixes }: Beside, cursor: string | null) {
  const ofBranches = branchFields(branches);
  const ofTeams = teamFields(teams ?? []);
  const variables = { ...ofBranches.variables, ...ofTeams.variables, ...fixes?.variables };
  const declared = Object.keys(variables)
    .map((name) => `, $${name}: String!`)
    .join('');
  const closed = `closed: pullRequests(states: [MERGED, CLOSED], first: ${size}, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { ...RelcommsPull }
    }`;
  const query = `query RelcommsPulls($owner: String!, $name: String!, $cursor: String${declared}) {
${ofTeams.fields}  repository(owner: $owner, name: $name) {
    ${[...(teams === undefined ? [] : [closed]), ...ofBranches.parts, ...(fixes?.parts ?? [])].join('\n    ')}
    open: pullRequests(states: [OPEN], first: ${size}, after: $cursor, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { ...RelcommsPull }
    }
  }
}
${PULL_FIELDS}`;
  return { query, variables: { ...variables, cursor } };
}

/** A pull request, and what of it could not be read. */
export interface ReadPull {
  readonly raw: RawPull;
  readonly holes: readonly Hole[];
}

export interface Pages {
  readonly owners: readonly BranchOwners[];
  readonly pulls: readonly ReadPull[];
  readonly fixes: Fixes;
  readonly members: readonly TeamMembers[];
}

/** Base branches that one page shows are read with the next, so that they cost no request of their own but the last. */
export async function readPages(
  github: GitHub,
  question: PullsQuestion,
  seen: readonly BranchOwners[],
): Promise<Pages> {
  const { teams, unread } = teamsToRead(github.owner, question.teams, seen);
  const ofFixes = fixFields(question.fixLabels, question.branches);
  const pulls: ReadPull[] = [];
  const owners = [...seen];
  let members: TeamMembers[] = [];
  let fixes: Fixes = { fixes: [], branches: [] };
  let cursor: string | null = null;
  let size = PAGE;
  for (let page = 1, more = true; more || newBranches(pulls, owners).length > 0; page++) {
    const branches = newBranches(pulls, owners);
    const beside = page === 1 ? { branches, teams, fixes: ofFixes } : { branches };
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const asked: Asked = await askPage(github, beside, cursor, size);
    const { answer } = asked;
    size = asked.size;
    const failure = ['open', 'closed']
      .map((field) => whyNoPage(answer, field))
      .find((why) => why !== undefined);
    if (failure !== undefined) throw new Error(failure);
    owners.push(...decodeBranches(answer, branches));
    const { pageInfo } = answer.data['open'] as PullPage;
    if (page === 1) {
      members = [...decodeTeams(answer, teams), ...unread];
      const repository = `${github.owner}/${github.repo}`;
      fixes = { ...fixesIn(asked, question, ofFixes), repository };
    }
    pulls.push(...pullsIn(answer, 'open'), ...pullsIn(answer, 'closed'));
    more = pageInfo.hasNextPage;
    if (more && pageInfo.endCursor === null)
      throw new Error('GitHub does not say where its list of pull requests goes on');
    cursor = pageInfo.endCursor ?? cursor;
  }
  return { pulls, fixes, members, owners };
}

interface Asked {
  readonly answer: PartialAnswer;
  /** At which GitHub answered. */
  readonly size: number;
  /** Why it answered only without the fixes. */
  readonly withoutFixes?: string | undefined;
}

/**
 * Halves the page as long as GitHub breaks off, or leaves open pull requests out: none of them may be missed. Throws
 * where it goes on to.
 */
async function askPage(
  github: GitHub,
  beside: Omit<Beside, 'size'>,
  cursor: string | null,
  size: number,
): Promise<Asked> {
  const { query, variables } = pageQuery({ ...beside, size }, cursor);
  const canHalve = size > SMALLEST_PAGE;
  try {
    const answer = await queryRepository(github, query, variables);
    const left = leftOut(answer);
    if (left === 0 && !(canHalve && answer.isCutOff === true)) return { answer, size };
    if (!canHalve) throw new Error(leftWords(answer, left));
  } catch (error) {
    const [why] = (beside.fixes?.names ?? []).flatMap((name) => refusedFields(error).get(name) ?? []);
    if (why !== undefined) {
      const { fixes: _, ...without } = beside;
      return { ...(await askPage(github, without, cursor, size)), withoutFixes: why };
    }
    if (!(canHalve && isCutOff(error))) throw error;
  }
  return askPage(github, beside, cursor, Math.ceil(size / 2));
}

function pullsIn({ data, holes = [] }: PartialAnswer, field: 'open' | 'closed'): ReadPull[] {
  const nodes = (data[field] as PullPage | undefined)?.nodes ?? [];
  return nodes.flatMap((raw, index) =>
    raw === null ? [] : [{ raw, holes: holesBelow(holes, field, 'nodes', index) }],
  );
}

/** Base branches of open pull requests of which nothing is known yet. */
function newBranches(pulls: readonly ReadPull[], owners: readonly BranchOwners[]): string[] {
  const known = new Set(owners.map(({ branch }) => branch));
  const bases = pulls.flatMap(({ raw: { state, baseRefName } }) => (state === 'OPEN' ? [baseRefName] : []));
  const further = Math.max(0, MOST_BRANCHES - known.size);
  return [...new Set(bases)].filter((branch) => !known.has(branch)).slice(0, further);
}
