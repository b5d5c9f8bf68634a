// Sends a GraphQL query and keeps what could be read when only parts of it failed.
import type { GitHub } from './client.ts';
import { isAmbiguous } from './failure.ts';
import { askable, learnLacking } from './older-hosts.ts';

/** A field that could not be read, by its path under `repository`: `open`, `nodes`, `3`, `milestone`. */
export interface Hole {
  readonly path: readonly (string | number)[];
  /** What GitHub said. */
  readonly why: string;
}

export interface PartialAnswer {
  /** The whole answer, for what stands beside `repository`. */
  readonly root: Record<string, unknown>;
  readonly data: Record<string, unknown>;
  /** Messages by the alias under `repository` that failed. */
  readonly failed: ReadonlyMap<string, string>;
  /** Every field that failed, be it deep below its alias: whoever reads that part can say of what it is. */
  readonly holes?: readonly Hole[];
  /** GitHub broke off, since the query asks for too much at once. */
  readonly isCutOff?: boolean;
}

type Answer = Record<string, unknown> & { readonly repository?: Record<string, unknown> | null };

interface GraphqlFailure {
  readonly data?: Answer | null;
  readonly errors: readonly {
    readonly message: string;
    readonly type?: string;
    readonly path?: readonly (string | number)[];
  }[];
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
    const answer = (await github.graphql(askable(github.request, query), {
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
    if (learnLacking(github.request, error)) return await queryRepository(github, query, variables);
    const data = error.data?.repository;
    if (data === null || data === undefined) throw error;
    return {
      root: error.data ?? {},
      data,
      failed: new Map(error.errors.map(({ path, message }) => [failedField(path), message])),
      holes: error.errors.map(({ path = [], message }) => ({
        path: path[0] === 'repository' ? path.slice(1) : path,
        why: message,
      })),
      isCutOff: isCutOff(error),
    };
  }
}

/** What stands under one alias. Throws what GitHub said when it failed on it. */
export function valueAt({ data, failed }: PartialAnswer, field: string): unknown {
  const why = failed.get(field) ?? failed.get('*');
  if (why !== undefined) throw new Error(why);
  return data[field];
}

/**
 * What GitHub refused where it answers nothing at all, by the alias under `repository`: a list that may not be null takes
 * everything beside it along. Asked without these, it may answer. Empty where it is something else.
 */
export function refusedFields(error: unknown): ReadonlyMap<string, string> {
  if (!isGraphqlFailure(error)) return new Map();
  return new Map(
    error.errors.flatMap(({ path = [], message }) =>
      path[0] === 'repository' && typeof path[1] === 'string' ? [[path[1], message] as const] : [],
    ),
  );
}

/** GitHub breaks off queries that take too much of it; what is missing says so. A smaller page may do. */
export function isCutOff(error: unknown): boolean {
  return isGraphqlFailure(error) && error.errors.some(({ type }) => type === 'RESOURCE_LIMITS_EXCEEDED');
}

/** 502, 504 and an answer that does not come are, too, how GitHub says that a query took too long. */
export function isTooMuch(error: unknown): boolean {
  return isGraphqlFailure(error) ? isCutOff(error) : isAmbiguous(error);
}

/** Why nothing at all stands under an alias; undefined where at most parts of it are missing. */
export function whyMissing({ data, failed, holes = [] }: PartialAnswer, field: string): string | undefined {
  const whole = holes.find(({ path }) => path.length === 0 || (path.length === 1 && path[0] === field));
  if (whole !== undefined) return whole.why;
  const isThere = data[field] !== null && data[field] !== undefined;
  return isThere ? undefined : (failed.get(field) ?? failed.get('*'));
}

/** What could not be read below a path, by the rest of its own. */
export function holesBelow(holes: readonly Hole[], ...start: readonly (string | number)[]): Hole[] {
  return holes
    .filter(({ path }) => start.every((step, index) => path[index] === step))
    .map(({ path, why }) => ({ path: path.slice(start.length), why }));
}

/** What stands beside `repository` goes by its own name. */
function failedField([root = 'repository', field = '*']: readonly (string | number)[] = []): string {
  return String(root === 'repository' ? field : root);
}

/** GitHub has answered, with errors in place of what was asked for. */
export function isGraphqlFailure(error: unknown): error is GraphqlFailure {
  return error instanceof Error && Array.isArray((error as { errors?: unknown }).errors);
}
