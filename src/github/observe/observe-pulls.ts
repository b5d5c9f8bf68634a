// Reads the open pull requests and those closed of late: one query a page, never one a pull request.
import type { Observed } from '../../domain/observed.ts';
import type { BranchOwners, Fixes, Pull, PullCommand, PullComment, TeamMembers } from '../../domain/pull.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { queryRepository } from '../graphql.ts';
import { type RightsReader, rightsReader, unanswered } from './commands.ts';
import { decodePull, markedComments } from './decode-pull.ts';
import { type BranchFacts, branchFields, decodeBranches } from './branches.ts';
import { type FixFields, decodeFixes, fixFields } from './fixes.ts';
import type { Look, PullLook } from './look.ts';
import { present } from './present.ts';
import { PULL_FIELDS, type RawPull, type RawPullComment } from './pull-fields.ts';
import { decodeTeams, teamFields, teamsToRead } from './team-members.ts';
import type { Known } from '../../domain/known.ts';

/** Pull requests a page: more makes GitHub's answers slow and, at worst, a 502. */
const PAGE = 50;

/** Pull requests whose comments one query reads to the end. */
const THREADS = 20;

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

/** What one look at the pull requests found. */
export interface PullFacts {
  readonly pulls: Known<Observed['pulls']>;
  readonly fixes: Known<Observed['fixes']>;
  readonly branchOwners: Known<Observed['branchOwners']>;
  readonly teamMembers: Known<Observed['teamMembers']>;
}

const NONE = { known: true, value: [] } as const;
const NO_FIXES = { known: true, value: { fixes: [], branches: [] } } as const;

/** All of them, lowest number first, their base branches and teams; unknown when one page could not be read. */
export async function observePulls(github: GitHub, look: Look, seen: BranchFacts): Promise<PullFacts> {
  const { accounts, pulls: question, teams: roleTeams } = look;
  if (question === undefined)
    return {
      pulls: NONE,
      fixes: NO_FIXES,
      branchOwners: { known: true, value: seen.owners },
      teamMembers: NONE,
    };
  try {
    const { raw, fixes, members, owners, required } = await readPages(github, question, seen);
    const threads = raw.filter((pull) => hidesOurs(pull, question.label));
    const comments = await readThreads(github, threads, accounts);
    const rights = rightsReader(github, roleTeams ?? []);
    const decoded: Pull[] = [];
    for (const pull of raw) {
      const found = decodePull(pull, accounts, required.get(pull.baseRefName));
      const all = comments.get(pull.number);
      // oxlint-disable-next-line no-await-in-loop -- few people give commands at once
      const commands = await commandsOn(pull, rights);
      decoded.push({
        ...found,
        commands,
        comments: all === undefined ? found.comments : { known: true, value: all },
      });
    }
    return {
      pulls: { known: true, value: decoded.toSorted((a, b) => a.number - b.number) },
      fixes: { known: true, value: fixes },
      branchOwners: { known: true, value: owners },
      teamMembers: { known: true, value: members },
    };
  } catch (error) {
    const unknown = { known: false, why: failureWords(error) } as const;
    return { pulls: unknown, fixes: unknown, branchOwners: unknown, teamMembers: unknown };
  }
}

interface Pages extends BranchFacts {
  readonly raw: readonly RawPull[];
  readonly fixes: Fixes;
  readonly members: readonly TeamMembers[];
}

/** Base branches that one page shows are read with the next, so that they cost no request of their own but the last. */
async function readPages(github: GitHub, question: PullLook, seen: BranchFacts): Promise<Pages> {
  const teams = teamsToRead(github.owner, question.teams, seen.owners);
  const ofFixes = fixFields(question.fixLabels, question.branches);
  const raw: RawPull[] = [];
  const owners = [...seen.owners];
  const required = new Map(seen.required);
  let members: TeamMembers[] = [];
  let fixes: Fixes = NO_FIXES.value;
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
    const found = decodeBranches(answer, branches);
    owners.push(...found.owners);
    for (const [branch, names] of found.required) required.set(branch, names);
    const { nodes, pageInfo } = answer.data['open'] as PullPage;
    if (page === 1) {
      members = decodeTeams(answer, teams);
      if (ofFixes.names.length > 0) fixes = decodeFixes(answer, question.fixLabels, question.branches);
    }
    raw.push(...present(nodes), ...present((answer.data['closed'] as PullPage | undefined)?.nodes));
    more = pageInfo.hasNextPage;
    cursor = pageInfo.endCursor ?? cursor;
  }
  return { raw, fixes, members, owners, required };
}

/** Base branches of open pull requests of which nothing is known yet. */
function newBranches(raw: readonly RawPull[], owners: readonly BranchOwners[]): string[] {
  const known = new Set(owners.map(({ branch }) => branch));
  const bases = raw.flatMap(({ state, baseRefName }) => (state === 'OPEN' ? [baseRefName] : []));
  const further = Math.max(0, MOST_BRANCHES - known.size);
  return [...new Set(bases)].filter((branch) => !known.has(branch)).slice(0, further);
}

/** Our label says that a comment of ours is there; it may stand before the newest ones. */
function hidesOurs({ labels, comments }: RawPull, label: string): boolean {
  const labelled = present(labels?.nodes).some(({ name }) => name === label);
  return labelled && comments.totalCount > present(comments.nodes).length;
}

async function commandsOn(pull: RawPull, rights: RightsReader): Promise<PullCommand[]> {
  if (pull.state !== 'OPEN') return [];
  const commands: PullCommand[] = [];
  for (const comment of unanswered(pull.comments.nodes)) {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    commands.push({ ...comment, ...(await rights(comment.author)) });
  }
  return commands;
}

interface CommentPage {
  readonly comments: {
    readonly pageInfo: PullPage['pageInfo'];
    readonly nodes: readonly (Omit<RawPullComment, 'editor' | 'reactionGroups'> | null)[] | null;
  };
}

/** Our comments on each of the pull requests, looked for among all of its comments. */
async function readThreads(
  github: GitHub,
  pulls: readonly RawPull[],
  accounts: readonly string[],
): Promise<Map<number, PullComment[]>> {
  const found = new Map(pulls.map(({ number }): [number, PullComment[]] => [number, []]));
  let open = pulls.map(({ number }) => ({ number, cursor: null as string | null }));
  while (open.length > 0) {
    const now = open.slice(0, THREADS);
    const { query, variables } = threadsQuery(now);
    const { data, failed } = await queryRepository(github, query, variables);
    const failure = [...failed.values()][0];
    if (failure !== undefined) throw new Error(failure);
    const further = now.flatMap(({ number }) => {
      const { comments } = data[`pull${number}`] as CommentPage;
      found.get(number)?.push(...markedComments(present(comments.nodes), accounts));
      return comments.pageInfo.hasNextPage ? [{ number, cursor: comments.pageInfo.endCursor }] : [];
    });
    open = [...further, ...open.slice(THREADS)];
  }
  return found;
}

function threadsQuery(threads: readonly { readonly number: number; readonly cursor: string | null }[]) {
  const declared = threads.map(({ number }) => `, $cursor${number}: String`).join('');
  const parts = threads.map(
    ({ number }) => `    pull${number}: pullRequest(number: ${number}) {
      comments(first: 100, after: $cursor${number}) {
        pageInfo { hasNextPage endCursor }
        nodes { id databaseId body isMinimized createdAt author { __typename login } }
      }
    }`,
  );
  return {
    query: `query RelcommsPullComments($owner: String!, $name: String!${declared}) {\n  repository(owner: $owner, name: $name) {\n${parts.join('\n')}\n  }\n}`,
    variables: Object.fromEntries(threads.map(({ number, cursor }) => [`cursor${number}`, cursor])),
  };
}
