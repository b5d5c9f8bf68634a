// Looks for comments of ours on many issues and pull requests at once, by the markers that we wrote into them.
import { sameBody } from '../../../body/overrun.ts';
import { readMarkers } from '../../../text/marker.ts';
import {
  COMMENT_FIELDS,
  type RawComment,
  foreignComments,
  isOwn,
  readOwnWords,
} from '../../facts/own-words.ts';
import { queryRepository, valueAt } from '../../graphql.ts';
import { present } from '../../present.ts';
import { toldName } from '../find-own-comments.ts';
import type { World } from '../world.ts';

/** A comment that is looked for. */
export interface Sought {
  /** Of the issue or the pull request. */
  readonly number: number;
  readonly key: string;
}

/** Where it would stand, and those that are there, oldest first; or why nobody knows. */
export type Found =
  | { readonly kind: 'found'; readonly subject: string; readonly there: readonly There[] }
  | { readonly kind: 'unknown'; readonly error: unknown };

export interface There {
  /** REST id. */
  readonly commentId: number;
  /** GraphQL node id; absent for one that this run made and no list shows yet. */
  readonly id?: string | undefined;
  /** Of everything that it says; absent like the id. */
  readonly keys?: readonly string[] | undefined;
}

/** Threads that one query reads. */
const THREADS = 50;

/** Most threads end here; what is older is read in pages of a hundred. */
const NEWEST = 30;
const PAGE = 100;

interface Page {
  readonly number: number;
  /** Absent: the newest. */
  readonly before?: string | undefined;
}

interface RawThread {
  readonly id: string;
  readonly comments: {
    readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
    readonly nodes: readonly (RawComment | null)[] | null;
  };
}

interface Thread {
  readonly subject: string;
  readonly comments: RawComment[];
}

/** In the order of asking. Reads every page; a query for fifty threads, further ones only for those that are long. */
export async function findComments(world: World, all: readonly Sought[]): Promise<Found[]> {
  const threads = await readThreads(world, [...new Set(all.map(({ number }) => number))]);
  const words = await ownWords(world, [...threads.values()]);
  return all.map(({ number, key }): Found => {
    const thread = threads.get(number);
    if (thread === undefined || thread instanceof Error) return { kind: 'unknown', error: thread };
    const told = world.told.get(toldName(number, key));
    const listed = thread.comments.flatMap((comment): There[] => {
      if (comment.databaseId === null || !isOwn(comment, world.setting.accounts)) return [];
      const keys = readMarkers(words(comment));
      return keys.includes(key) ? [{ commentId: comment.databaseId, id: comment.id, keys }] : [];
    });
    const isListed = told === undefined || listed.some(({ commentId }) => commentId === told);
    const there = isListed ? listed : [...listed, { commentId: told }];
    return {
      kind: 'found',
      subject: thread.subject,
      there: there.toSorted((a, b) => a.commentId - b.commentId),
    };
  });
}

async function readThreads(
  { github }: World,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Thread | Error>> {
  const threads = new Map<number, Thread | Error>();
  let open: readonly Page[] = numbers.map((number) => ({ number }));
  while (open.length > 0) {
    const now = open.slice(0, THREADS);
    const { query, variables } = threadsQuery(now);
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const answer = await queryRepository(github, query, variables);
    const further = now.flatMap(({ number }): Page[] => {
      try {
        return takeIn(threads, number, valueAt(answer, `thread${number}`) as RawThread);
      } catch (error) {
        threads.set(number, error instanceof Error ? error : new Error(String(error)));
        return [];
      }
    });
    open = [...further, ...open.slice(THREADS)];
  }
  return threads;
}

/** The page before the one that was read, if there is any. */
function takeIn(threads: Map<number, Thread | Error>, number: number, { id, comments }: RawThread): Page[] {
  const before = threads.get(number);
  const later = before === undefined || before instanceof Error ? [] : before.comments;
  threads.set(number, { subject: id, comments: [...present(comments.nodes), ...later] });
  const { hasPreviousPage, startCursor } = comments.pageInfo;
  return hasPreviousPage && startCursor !== null ? [{ number, before: startCursor }] : [];
}

function threadsQuery(pages: readonly Page[]) {
  const parts = pages.map(({ number, before }) => {
    const size = before === undefined ? `last: ${NEWEST}` : `last: ${PAGE}, before: $before${number}`;
    const comments = `id comments(${size}) { ...RelcommsThread }`;
    return `    thread${number}: issueOrPullRequest(number: ${number}) { ... on Issue { ${comments} } ... on PullRequest { ${comments} } }`;
  });
  const paged = pages.filter(({ before }) => before !== undefined);
  const declared = paged.map(({ number }) => `, $before${number}: String`).join('');
  return {
    query: `query RelcommsThreads($owner: String!, $name: String!${declared}) {
  repository(owner: $owner, name: $name) {
${parts.join('\n')}
  }
}
fragment RelcommsThread on IssueCommentConnection {
  pageInfo { hasPreviousPage startCursor }
  nodes { ${COMMENT_FIELDS} }
}`,
    variables: Object.fromEntries(paged.map(({ number, before }) => [`before${number}`, before])),
  };
}

/** A marker that somebody else put there, or took away, changes nothing. Asked only where others have edited. */
async function ownWords(
  { github, setting, ours }: World,
  threads: readonly (Thread | Error)[],
): Promise<(comment: RawComment) => string> {
  const comments = threads.flatMap((thread) => (thread instanceof Error ? [] : thread.comments));
  const doubtful = comments.filter(({ databaseId, body }) => {
    const known = ours.get(databaseId ?? 0);
    return known === undefined || !sameBody(known, body);
  });
  const asked = foreignComments(doubtful, setting.accounts).map(({ id }) => ({ id, editedAt: '' }));
  const words = await readOwnWords(github, asked, setting.accounts);
  return ({ id, body }) => {
    const own = words.get(id);
    return own?.kind === 'text' ? own.text : body;
  };
}
