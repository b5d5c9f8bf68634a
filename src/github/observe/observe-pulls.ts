// Reads the open pull requests and those closed of late: one query a page, never one a pull request.
import type { Known, Observed } from '../../domain/observed.ts';
import type { Pull, PullCommand, PullComment, TeamMembers } from '../../domain/pull.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { queryRepository } from '../graphql.ts';
import { type RightsReader, rightsReader, unanswered } from './commands.ts';
import { decodePull, markedComments } from './decode-pull.ts';
import type { Look } from './look.ts';
import { present } from './present.ts';
import { PULL_FIELDS, type RawPull, type RawPullComment } from './pull-fields.ts';
import { decodeTeams, teamFields } from './team-members.ts';

/** Pull requests a page: more makes GitHub's answers slow and, at worst, a 502. */
const PAGE = 50;

/** Pull requests whose comments one query reads to the end. */
const THREADS = 20;

const OPEN = `query RelcommsPulls($owner: String!, $name: String!, $cursor: String) {
  repository(owner: $owner, name: $name) {
    open: pullRequests(states: [OPEN], first: ${PAGE}, after: $cursor, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { ...RelcommsPull }
    }
  }
}
${PULL_FIELDS}`;

/** The newest closed ones come with the first page, since their comments have to be folded away; the teams, too. */
function firstQuery({ declared, fields }: ReturnType<typeof teamFields>): string {
  return `query RelcommsFirstPulls($owner: String!, $name: String!${declared}) {
${fields}  repository(owner: $owner, name: $name) {
    closed: pullRequests(states: [MERGED, CLOSED], first: ${PAGE}, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { ...RelcommsPull }
    }
    open: pullRequests(states: [OPEN], first: ${PAGE}, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { ...RelcommsPull }
    }
  }
}
${PULL_FIELDS}`;
}

interface PullPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (RawPull | null)[] | null;
}

/** Names of the required checks by base branch; a branch that is missing could not be read. */
export type RequiredChecks = ReadonlyMap<string, readonly string[]>;

/** What one look at the pull requests found. */
export interface PullFacts {
  readonly pulls: Known<Observed['pulls']>;
  readonly teamMembers: Known<Observed['teamMembers']>;
}

/** All of them, lowest number first, and the teams asked for; unknown when one page could not be read. */
export async function observePulls(
  github: GitHub,
  { accounts, pulls: question, teams: roleTeams }: Look,
  teams: readonly string[],
  required: RequiredChecks,
): Promise<PullFacts> {
  if (question === undefined)
    return { pulls: { known: true, value: [] }, teamMembers: { known: true, value: [] } };
  try {
    const { raw, members } = await readPages(github, teams);
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
      teamMembers: { known: true, value: members },
    };
  } catch (error) {
    const unknown = { known: false, why: failureWords(error) } as const;
    return { pulls: unknown, teamMembers: unknown };
  }
}

/** A failure beside the repository is one of the teams, which are told as unknown one by one. */
async function readPages(
  github: GitHub,
  teams: readonly string[],
): Promise<{ raw: RawPull[]; members: TeamMembers[] }> {
  const raw: RawPull[] = [];
  const asked = teamFields(teams);
  let members: TeamMembers[] = [];
  let cursor: string | null = null;
  do {
    const isFirst: boolean = cursor === null;
    const query = isFirst ? firstQuery(asked) : OPEN;
    const answer = await queryRepository(github, query, isFirst ? asked.variables : { cursor });
    const failure = ['open', 'closed', '*']
      .map((field) => answer.failed.get(field))
      .find((why) => why !== undefined);
    if (failure !== undefined) throw new Error(failure);
    const page = answer.data['open'] as PullPage;
    raw.push(...present(page.nodes), ...present((answer.data['closed'] as PullPage | undefined)?.nodes));
    if (isFirst) members = decodeTeams(answer, teams);
    cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (cursor !== null);
  return { raw, members };
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
