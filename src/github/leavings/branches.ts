// Branches of ours: those of proposals, and that of the calendar file.
import type { LeftBranch } from '../../domain/leavings.ts';
import { BRANCH_FOLDER } from '../../text/own-branch.ts';
import type { GitHub } from '../client.ts';
import { queryRepository, valueAt } from '../graphql.ts';
import { present } from '../present.ts';
import { readAll } from './pages.ts';

/** Pages of 100. */
const MOST_PAGES = 5;

export interface BranchQuestion {
  readonly accounts: readonly string[];
  /** The branch of the calendar file, where a config names one. */
  readonly calendar?: string | undefined;
}

interface RawCommit {
  readonly author: { readonly email: string | null } | null;
}

interface RawBranch {
  readonly name: string;
  /** Empty where it points to no commit. */
  readonly target: Partial<RawCommit> | null;
}

const AUTHOR = 'author { email }';

export async function readBranches(
  github: GitHub,
  { accounts, calendar }: BranchQuestion,
): Promise<LeftBranch[]> {
  const field = `list: refs(refPrefix: "refs/heads/${BRANCH_FOLDER}", first: 100, after: $cursor) {
    pageInfo { hasNextPage endCursor } nodes { name target { ... on Commit { ${AUTHOR} } } }
  }`;
  const all = await readAll<RawBranch>(github, { name: 'RelcommsLeftBranches', field, most: MOST_PAGES });
  const proposals = all.map(({ name, target }): LeftBranch => {
    const isOurs = target?.author !== undefined && isBy({ author: target.author }, accounts);
    return {
      name: `${BRANCH_FOLDER}${name}`,
      ...(isOurs ? {} : { keptBecause: 'its newest commit is not by relcomms' }),
    };
  });
  return [...proposals, ...(calendar === undefined ? [] : await calendarBranch(github, accounts, calendar))];
}

/** Made with nothing but the file on it: where every commit is ours, nothing else can stand there. */
async function calendarBranch(
  github: GitHub,
  accounts: readonly string[],
  name: string,
): Promise<LeftBranch[]> {
  const commits: RawCommit[] = [];
  const query = `query RelcommsCalendarBranch($owner: String!, $name: String!, $branch: String!, $cursor: String) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $branch) { target { ... on Commit {
      history(first: 100, after: $cursor) { pageInfo { hasNextPage endCursor } nodes { ${AUTHOR} } }
    } } }
  }
}`;
  let cursor: string | null = null;
  for (let page = 1; page === 1 || cursor !== null; page++) {
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const answer = await queryRepository(github, query, { branch: `refs/heads/${name}`, cursor });
    const ref = valueAt(answer, 'ref') as { target: { history?: History } | null } | null;
    if (ref === null) return [];
    const history: History | undefined = ref.target?.history;
    commits.push(...present(history?.nodes));
    const isOurs = history !== undefined && commits.every((commit) => isBy(commit, accounts));
    if (!isOurs)
      return [{ name, keptBecause: 'others have committed to it; delete the calendar file on it yourself' }];
    if (page === MOST_PAGES) return [{ name, keptBecause: 'it has too many commits to look at all of them' }];
    cursor = history.pageInfo.hasNextPage ? history.pageInfo.endCursor : null;
  }
  return [{ name }];
}

interface History {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (RawCommit | null)[] | null;
}

/** `41898282+github-actions[bot]@users.noreply.github.com`: bots are no users to GraphQL, so the address tells. */
function isBy({ author }: RawCommit, accounts: readonly string[]): boolean {
  const [, login] = /^(?:\d+\+)?([^@]+)@users\.noreply\./.exec(author?.email ?? '') ?? [];
  return login !== undefined && accounts.includes(login);
}
