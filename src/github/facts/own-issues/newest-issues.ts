// Our issues among the newest of a repository, without any list of ours: asked before another one is made.
import { readMarker } from '../../../text/marker.ts';
import { type Author, loginOf } from '../../accounts.ts';
import { buildQuery } from '../../build-query.ts';
import type { GitHub } from '../../client.ts';
import { queryRepository } from '../../graphql.ts';
import { isGone } from './single-issues.ts';

/** Numbers that are asked for beyond the newest that the list shows, and how often while there are any. */
const BEYOND = 20;
const MOST_ROUNDS = 10;

interface Found {
  readonly number: number;
  readonly body?: string;
  readonly author?: Author | null;
}

/**
 * Numbers by key. The list has no filter, and lists know of new issues later than the issues themselves are there: so the
 * numbers that follow are asked for one by one. Two requests, as long as nothing follows.
 */
export async function newestIssues(
  github: GitHub,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { owner, repo } = github;
  const order = { state: 'all', sort: 'created', direction: 'desc', per_page: 100 } as const;
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues', { owner, repo, ...order });
  const keys = new Map<string, number>();
  const keep = (number: number, login: string | undefined, body: string): void => {
    const key = accounts.includes(login ?? '') ? readMarker(body) : undefined;
    if (key !== undefined) keys.set(key, Math.min(number, keys.get(key) ?? number));
  };
  for (const { number, user, body } of data) keep(number, user?.login, body ?? '');
  let last = Math.max(0, ...data.map(({ number }) => number));
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    // oxlint-disable-next-line no-await-in-loop -- further numbers only while there are some
    const found = await numbered(github, last);
    for (const { number, author, body } of found) keep(number, loginOf(author), body ?? '');
    if (found.length === 0) break;
    last += BEYOND;
  }
  return keys;
}

async function numbered(github: GitHub, after: number): Promise<Found[]> {
  const numbers = Array.from({ length: BEYOND }, (_, index) => after + 1 + index);
  const fields = '... on Issue { number body author { __typename login } } ... on PullRequest { number }';
  const parts = numbers.map(
    (number) => `issue${number}: issueOrPullRequest(number: ${number}) { ${fields} }`,
  );
  const built = buildQuery('RelcommsNewest', [{ parts, variables: {} }]);
  if (built === undefined) return [];
  const { data, failed, holes = [] } = await queryRepository(github, built.query, built.variables);
  // What is hidden of one that is there may be that it is ours.
  const deep = holes.find(({ path }) => path.length > 1)?.why;
  const why = deep ?? [...failed.values()].find((message) => !isGone(message));
  if (why !== undefined) throw new Error(why);
  return Object.values(data).filter((found): found is Found => found !== null && found !== undefined);
}
