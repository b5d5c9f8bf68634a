// Reads the open pull requests and those closed of late: one query a page, never one a pull request.
import type { Known, Observed } from '../../domain/observed.ts';
import type { Pull, PullComment } from '../../domain/pull.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { queryRepository } from '../graphql.ts';
import { decodePull, markedComments } from './decode-pull.ts';
import type { Look } from './look.ts';
import { present } from './present.ts';
import { PULL_FIELDS, type RawPull, type RawPullComment } from './pull-fields.ts';

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

/** The newest closed ones come with the first page: their comments have to be folded away. */
const FIRST = OPEN.replace('RelcommsPulls(', 'RelcommsFirstPulls(').replace(
  '    open:',
  `    closed: pullRequests(states: [MERGED, CLOSED], first: ${PAGE}, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { ...RelcommsPull }
    }
    open:`,
);

interface PullPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (RawPull | null)[] | null;
}

/** Names of the required checks by base branch; a branch that is missing could not be read. */
export type RequiredChecks = ReadonlyMap<string, readonly string[]>;

/** All of them, lowest number first; unknown when one page could not be read. */
export async function observePulls(
  github: GitHub,
  { accounts, pulls: question }: Look,
  required: RequiredChecks,
): Promise<Known<Observed['pulls']>> {
  if (question === undefined) return { known: true, value: [] };
  try {
    const raw = await readPages(github);
    const threads = raw.filter((pull) => hidesOurs(pull, question.label));
    const comments = await readThreads(github, threads, accounts);
    const decoded = raw.map((pull): Pull => {
      const found = decodePull(pull, accounts, required.get(pull.baseRefName));
      const all = comments.get(pull.number);
      return all === undefined ? found : { ...found, comments: { known: true, value: all } };
    });
    return { known: true, value: decoded.toSorted((a, b) => a.number - b.number) };
  } catch (error) {
    return { known: false, why: failureWords(error) };
  }
}

async function readPages(github: GitHub): Promise<RawPull[]> {
  const pulls: RawPull[] = [];
  let cursor: string | null = null;
  do {
    const { data, failed } = await queryRepository(github, cursor === null ? FIRST : OPEN, { cursor });
    const failure = [...failed.values()][0];
    if (failure !== undefined) throw new Error(failure);
    const page = data['open'] as PullPage;
    pulls.push(...present(page.nodes), ...present((data['closed'] as PullPage | undefined)?.nodes));
    cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (cursor !== null);
  return pulls;
}

/** Our label says that a comment of ours is there; it may stand before the newest ones. */
function hidesOurs({ labels, comments }: RawPull, label: string): boolean {
  const labelled = present(labels?.nodes).some(({ name }) => name === label);
  return labelled && comments.totalCount > present(comments.nodes).length;
}

interface CommentPage {
  readonly comments: {
    readonly pageInfo: PullPage['pageInfo'];
    readonly nodes: readonly (RawPullComment | null)[] | null;
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
