// Reads the comments of pull requests to the end, where ours may stand before the newest ones.
import type { Pull } from '../../../domain/pull.ts';
import type { GitHub } from '../../client.ts';
import { queryRepository } from '../../graphql.ts';
import { present } from '../../present.ts';
import { COMMENT_FIELDS, foreignComments, readOwnWords } from '../own-words.ts';
import { type OurComment, commentsOf } from './decode-pull.ts';
import type { RawPull } from './pull-fields.ts';

/** Pull requests whose comments one query reads to the end. */
const THREADS = 20;

/** A label of ours says that a comment of ours is there; it may stand before the newest ones. */
export function hidesOurs({ labels, comments }: RawPull, ours: readonly string[]): boolean {
  const labelled = present(labels?.nodes).some(({ name }) => ours.includes(name));
  return labelled && comments.totalCount > present(comments.nodes).length;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

interface CommentPage {
  readonly comments: {
    readonly pageInfo: PageInfo;
    readonly nodes: readonly (OurComment | null)[] | null;
  };
}

/** Our comments on each of the pull requests, looked for among all of its comments. */
export async function readThreads(
  github: GitHub,
  pulls: readonly RawPull[],
  accounts: readonly string[],
): Promise<Map<number, Pick<Pull, 'comments' | 'edited'>>> {
  const found = new Map(pulls.map(({ number }): [number, OurComment[]] => [number, []]));
  let open = pulls.map(({ number }) => ({ number, cursor: null as string | null }));
  while (open.length > 0) {
    const now = open.slice(0, THREADS);
    const { query, variables } = threadsQuery(now);
    const { data, failed } = await queryRepository(github, query, variables);
    const failure = [...failed.values()][0];
    if (failure !== undefined) throw new Error(failure);
    const further = now.flatMap(({ number }) => {
      const { comments } = data[`pull${number}`] as CommentPage;
      found.get(number)?.push(...present(comments.nodes));
      return comments.pageInfo.hasNextPage ? [{ number, cursor: comments.pageInfo.endCursor }] : [];
    });
    open = [...further, ...open.slice(THREADS)];
  }
  const foreign = [...found.values()].flatMap((comments) => foreignComments(comments, accounts));
  const words = await readOwnWords(github, foreign, accounts);
  return new Map([...found].map(([number, comments]) => [number, commentsOf(comments, accounts, words)]));
}

function threadsQuery(threads: readonly { readonly number: number; readonly cursor: string | null }[]) {
  const declared = threads.map(({ number }) => `, $cursor${number}: String`).join('');
  const parts = threads.map(
    ({ number }) => `    pull${number}: pullRequest(number: ${number}) {
      comments(first: 100, after: $cursor${number}) {
        pageInfo { hasNextPage endCursor }
        nodes { ${COMMENT_FIELDS} isMinimized createdAt }
      }
    }`,
  );
  return {
    query: `query RelcommsPullComments($owner: String!, $name: String!${declared}) {\n  repository(owner: $owner, name: $name) {\n${parts.join('\n')}\n  }\n}`,
    variables: Object.fromEntries(threads.map(({ number, cursor }) => [`cursor${number}`, cursor])),
  };
}
