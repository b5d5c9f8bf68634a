// Sends a GraphQL query and keeps what could be read when only parts of it failed.
import type { GitHub } from './client.ts';

export interface PartialAnswer {
  /** The whole answer, for what stands beside `repository`. */
  readonly root: Record<string, unknown>;
  readonly data: Record<string, unknown>;
  /** Messages by the alias under `repository` that failed. */
  readonly failed: ReadonlyMap<string, string>;
}

type Answer = Record<string, unknown> & { readonly repository?: Record<string, unknown> | null };

interface GraphqlFailure {
  readonly data?: Answer | null;
  readonly errors: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
}

/**
 * The fields under `repository`; a field that failed is named, not taken for empty (P8).
 * Throws when nothing could be read at all.
 */
export async function queryRepository(
  github: GitHub,
  query: string,
  variables: Record<string, unknown>,
): Promise<PartialAnswer> {
  try {
    const answer = (await github.graphql(query, {
      owner: github.owner,
      name: github.repo,
      ...variables,
    })) as Answer;
    const { repository } = answer;
    if (repository === null || repository === undefined)
      throw new Error(`${github.owner}/${github.repo} can't be read`);
    return { root: answer, data: repository, failed: new Map() };
  } catch (error) {
    if (!isGraphqlFailure(error)) throw error;
    const data = error.data?.repository;
    if (data === null || data === undefined) throw error;
    return {
      root: error.data ?? {},
      data,
      failed: new Map(error.errors.map(({ path, message }) => [failedField(path), message])),
    };
  }
}

/** What stands under one alias. Throws what GitHub said when it failed on it. */
export function valueAt({ data, failed }: PartialAnswer, field: string): unknown {
  const why = failed.get(field) ?? failed.get('*');
  if (why !== undefined) throw new Error(why);
  return data[field];
}

/** What stands beside `repository` goes by its own name. */
function failedField([root = 'repository', field = '*']: readonly (string | number)[] = []): string {
  return String(root === 'repository' ? field : root);
}

function isGraphqlFailure(error: unknown): error is GraphqlFailure {
  return error instanceof Error && Array.isArray((error as { errors?: unknown }).errors);
}
