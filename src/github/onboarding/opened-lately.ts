// Counts the pull requests for a first config that were opened in some repositories since a moment, as GitHub keeps them.
import type { Instant } from '../../domain/day.ts';
import { parseInstant } from '../../domain/day.ts';
import { ONBOARDING_BRANCH } from '../../text/own-branch.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { present } from '../present.ts';

/** Repositories of one query. */
const EACH = 100;

type Answer = Readonly<
  Record<
    string,
    { readonly pullRequests: { readonly nodes: readonly ({ readonly createdAt: string } | null)[] } } | null
  >
>;

/** One request, a point, for every hundred repositories. Throws when one of them can't be read. */
export async function openedLately(
  { graphql }: Pick<GitHub, 'graphql'>,
  repositories: readonly RepositoryName[],
  since: Instant,
): Promise<number> {
  let count = 0;
  for (let from = 0; from < repositories.length; from += EACH) {
    const some = repositories.slice(from, from + EACH);
    // oxlint-disable-next-line no-await-in-loop -- few, one after the other
    const answer = (await graphql(queryOf(some.length), variablesOf(some))) as Answer;
    const opened = some.flatMap((_, index) => present(answer[`r${index}`]?.pullRequests.nodes));
    count += opened.filter(({ createdAt }) => (parseInstant(createdAt) ?? 0) > since).length;
  }
  return count;
}

function queryOf(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const declared = numbers.map((index) => `, $o${index}: String!, $n${index}: String!`).join('');
  const fields = numbers.map(
    (index) =>
      `r${index}: repository(name: $n${index}, owner: $o${index}) { pullRequests(first: 1, headRefName: $branch, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { createdAt } } }`,
  );
  return `query RelcommsOpenedLately($branch: String!${declared}) {\n  rateLimit { cost }\n  ${fields.join('\n  ')}\n}`;
}

function variablesOf(repositories: readonly RepositoryName[]): Record<string, string> {
  return Object.fromEntries([
    ['branch', ONBOARDING_BRANCH],
    ...repositories.flatMap(({ owner, repo }, index) => [
      [`o${index}`, owner],
      [`n${index}`, repo],
    ]),
  ]) as Record<string, string>;
}
