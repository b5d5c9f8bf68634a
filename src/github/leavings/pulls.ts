// Pull requests that carry comments or labels of ours, or that one of our accounts opened.
import type { Instant } from '../../domain/day.ts';
import { parseInstant } from '../../domain/day.ts';
import type { LeftPull } from '../../domain/leavings.ts';
import { isOwnBranch } from '../../text/own-branch.ts';
import { type Author, loginOf } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { COMMENT_FIELDS, foreignComments, isOwn, readOwnWords } from '../facts/own-words.ts';
import { type OurComment, commentsOf } from '../facts/pulls/decode-pull.ts';
import { present } from '../present.ts';
import { LABELED, type RawLabeled, putOnBy } from './labels.ts';
import { type RawList, pagesOf } from './pages.ts';

/** Pages of 25: 5,000 pull requests. */
const MOST_PAGES = 200;

const COMMENTS = `pageInfo { hasNextPage endCursor } nodes { ${COMMENT_FIELDS} createdAt isMinimized }`;

interface RawPull extends RawLabeled {
  readonly number: number;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly headRefName: string;
  readonly isCrossRepository: boolean;
  readonly updatedAt: string;
  readonly author: Author | null;
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] | null } | null;
  readonly comments: RawList<OurComment>;
}

export interface PullsQuestion {
  readonly accounts: readonly string[];
  readonly from: Instant | undefined;
  /** Most pages. */
  readonly pages?: number | undefined;
}

/** Those that changed since `from`, those that changed last first; absent: all. Throws where there are too many. */
export async function readPulls(
  github: GitHub,
  { accounts, from, pages: most = MOST_PAGES }: PullsQuestion,
): Promise<LeftPull[]> {
  const field = `list: pullRequests(first: 25, after: $cursor, orderBy: { field: UPDATED_AT, direction: DESC }) {
    pageInfo { hasNextPage endCursor }
    nodes {
      number state headRefName isCrossRepository updatedAt author { __typename login }
      labels(first: 100) { nodes { name } }
      ${LABELED}
      comments(first: 100) { ${COMMENTS} }
    }
  }`;
  const found: LeftPull[] = [];
  for await (const page of pagesOf<RawPull>(github, { name: 'RelcommsLeftPulls', field, most })) {
    for (const raw of page) {
      const pull = await decode(github, raw, accounts);
      if (isLeft(pull)) found.push(pull);
    }
    const last = parseInstant(page.at(-1)?.updatedAt ?? '');
    if (from !== undefined && last !== undefined && last < from) break;
  }
  return found;
}

function isLeft({ comments, labels, isOwn: own, unread }: LeftPull): boolean {
  return comments.length > 0 || labels.length > 0 || own || unread !== undefined;
}

async function decode(github: GitHub, raw: RawPull, accounts: readonly string[]): Promise<LeftPull> {
  const { number, state, headRefName, isCrossRepository, author } = raw;
  const comments = await allComments(github, raw);
  const ours = comments.filter((comment) => isOwn(comment, accounts));
  const words = await readOwnWords(github, foreignComments(ours, accounts), accounts);
  const read = commentsOf(ours, accounts, words).comments;
  const put = putOnBy(raw, accounts);
  return {
    number,
    comments: read.known ? read.value.filter((one) => !one.minimised).map(({ nodeId }) => nodeId) : [],
    labels: present(raw.labels?.nodes)
      .map(({ name }) => name)
      .filter((name) => put.has(name.toLowerCase())),
    isOwn:
      state === 'OPEN' &&
      !isCrossRepository &&
      isOwnBranch(headRefName) &&
      accounts.includes(loginOf(author) ?? ''),
    ...(read.known ? {} : { unread: read.why }),
  };
}

/** Hardly ever more than the first hundred. */
async function allComments(github: GitHub, { number, comments }: RawPull): Promise<OurComment[]> {
  const found = present(comments.nodes);
  const { hasNextPage, endCursor } = comments.pageInfo;
  for (let cursor = hasNextPage ? endCursor : null; cursor !== null;) {
    const query = `query RelcommsLeftComments($owner: String!, $name: String!, $number: Int!, $cursor: String) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { comments(first: 100, after: $cursor) { ${COMMENTS} } } }
}`;
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const answer = (await github.graphql(query, {
      owner: github.owner,
      name: github.repo,
      number,
      cursor,
    })) as { repository: { pullRequest: { comments: RawList<OurComment> } } };
    const page = answer.repository.pullRequest.comments;
    found.push(...present(page.nodes));
    cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }
  return found;
}
