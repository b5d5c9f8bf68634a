// Reads issues one by one by their numbers: lists may lag behind or leave some out, the issues themselves are there.
import type { OwnIssue } from '../../../domain/observed.ts';
import type { GitHub } from '../../client.ts';
import { holesBelow, queryRepository, whyMissing } from '../../graphql.ts';
import { readOwnWords } from '../own-words.ts';
import { type RawIssue, type ReadIssue, foreignTexts, ownIssue } from './decode-own-issue.ts';
import { singleIssuesQuery } from './query.ts';

/** Issues per request, as for a page of a list. */
const PAGE = 50;

export interface SingleIssues {
  /** Those of them that are ours. */
  readonly issues: readonly OwnIssue[];
  /** Number of comments by number of the issue. */
  readonly comments: ReadonlyMap<number, number>;
  /** Numbers of which GitHub says that there is no such issue. */
  readonly gone: readonly number[];
}

/** `authors` by number, for whom this answer names none. Throws what GitHub said of any other failure. */
export async function singleIssues(
  github: GitHub,
  accounts: readonly string[],
  numbers: readonly number[],
  authors: ReadonlyMap<number, string> = new Map(),
): Promise<SingleIssues> {
  const issues: OwnIssue[] = [];
  const comments = new Map<number, number>();
  const gone: number[] = [];
  for (let from = 0; from < numbers.length; from += PAGE) {
    const some = numbers.slice(from, from + PAGE);
    const { query, variables } = singleIssuesQuery(some);
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    const answer = await queryRepository(github, query, variables);
    const found = some.flatMap((number): ReadIssue[] => {
      const alias = `issue${number}`;
      const why = whyMissing(answer, alias);
      if (why !== undefined && !isGone(why)) throw new Error(why);
      const raw = answer.data[alias] as RawIssue | null | undefined;
      if (why !== undefined) gone.push(number);
      if (raw === null || raw === undefined) return [];
      const holes = holesBelow(answer.holes ?? [], alias);
      const named = withAuthor(raw, authors);
      const hidden = named.author === null ? holes.find(({ path }) => path[0] === 'author') : undefined;
      // It may be ours.
      if (hidden !== undefined) throw new Error(hidden.why);
      return [{ raw: named, holes }];
    });
    const foreign = found.flatMap(({ raw }) => foreignTexts(raw, accounts));
    // oxlint-disable-next-line no-await-in-loop -- nothing is asked while nobody else edited
    const words = await readOwnWords(github, foreign, accounts);
    for (const issue of found) {
      comments.set(issue.raw.number, issue.raw.comments.totalCount);
      const own = ownIssue(issue, accounts, words);
      if (own !== undefined) issues.push(own);
    }
  }
  return { issues, comments, gone };
}

function withAuthor(raw: RawIssue, authors: ReadonlyMap<number, string>): RawIssue {
  const login = authors.get(raw.number);
  return raw.author === null && login !== undefined ? { ...raw, author: { __typename: 'Bot', login } } : raw;
}

/** https://docs.github.com/graphql: "Could not resolve to an Issue with the number of 12." */
export function isGone(why: string): boolean {
  return why.startsWith('Could not resolve to an');
}
