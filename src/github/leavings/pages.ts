// Reads a list of the repository page by page, up to a bound.
import type { GitHub } from '../client.ts';
import { queryRepository, valueAt } from '../graphql.ts';
import { present } from '../present.ts';

export interface RawList<T> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (T | null)[] | null;
}

export interface ListQuery {
  readonly name: string;
  /** The field under the repository, with `$cursor` in it, as `list`. */
  readonly field: string;
  /** Variables beside the cursor, which are texts. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly most: number;
  /** Where the first page begins; absent: at the beginning. */
  readonly from?: string | undefined;
}

/** All of it. Throws what GitHub said, where something is hidden, and where there are more than `most` pages. */
export async function readAll<T>(github: GitHub, list: ListQuery): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pagesOf<T>(github, list)) found.push(...page);
  return found;
}

interface FirstPage<T> {
  readonly nodes: readonly T[];
  /** Where the next page begins; null where this is all. */
  readonly next: string | null;
}

/** The first pages of several lists in one request, each by its alias in `field`. Throws as {@link readAll} does. */
export async function readFirst<T>(
  github: GitHub,
  { name, field, variables = {} }: ListQuery,
  aliases: readonly string[],
): Promise<FirstPage<T>[]> {
  const answer = await queryRepository(github, queryOf(name, field, variables, ''), variables);
  return aliases.map((alias) => pageIn<T>(answer, alias));
}

/** Whoever has enough stops. */
export async function* pagesOf<T>(
  github: GitHub,
  { name, field, variables = {}, most, from }: ListQuery,
): AsyncGenerator<readonly T[]> {
  const query = queryOf(name, field, variables, ', $cursor: String');
  let cursor: string | null = from ?? null;
  for (let page = 1; page === 1 || cursor !== null; page++) {
    if (page > most) throw new Error(`there are more than ${most} pages of them`);
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const answer = await queryRepository(github, query, { ...variables, cursor });
    const { nodes, next }: FirstPage<T> = pageIn<T>(answer, 'list');
    yield nodes;
    cursor = next;
  }
}

function queryOf(name: string, field: string, variables: object, cursor: string): string {
  const declared = Object.keys(variables).map((one) => `, $${one}: String!`);
  return `query ${name}($owner: String!, $name: String!${cursor}${declared.join('')}) {
  repository(owner: $owner, name: $name) { ${field} }
}`;
}

function pageIn<T>(answer: Awaited<ReturnType<typeof queryRepository>>, alias: string): FirstPage<T> {
  const [hole] = answer.holes ?? [];
  if (hole !== undefined) throw new Error(hole.why);
  const { nodes, pageInfo } = valueAt(answer, alias) as RawList<T>;
  if (nodes === null || nodes.includes(null)) throw new Error('GitHub shows only a part of the list');
  return { nodes: present(nodes), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
