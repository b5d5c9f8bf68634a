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
}

/** All of it. Throws what GitHub said, where something is hidden, and where there are more than `most` pages. */
export async function readAll<T>(github: GitHub, list: ListQuery): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pagesOf<T>(github, list)) found.push(...page);
  return found;
}

/** Whoever has enough stops. */
export async function* pagesOf<T>(
  github: GitHub,
  { name, field, variables = {}, most }: ListQuery,
): AsyncGenerator<readonly T[]> {
  const declared = Object.keys(variables).map((one) => `, $${one}: String!`);
  const query = `query ${name}($owner: String!, $name: String!, $cursor: String${declared.join('')}) {
  repository(owner: $owner, name: $name) { ${field} }
}`;
  let cursor: string | null = null;
  for (let page = 1; page === 1 || cursor !== null; page++) {
    if (page > most) throw new Error(`there are more than ${most} pages of them`);
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const answer = await queryRepository(github, query, { ...variables, cursor });
    const [hole] = answer.holes ?? [];
    if (hole !== undefined) throw new Error(hole.why);
    const { nodes, pageInfo }: RawList<T> = valueAt(answer, 'list') as RawList<T>;
    if (nodes === null || nodes.includes(null)) throw new Error('GitHub shows only a part of the list');
    yield present(nodes);
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
}
