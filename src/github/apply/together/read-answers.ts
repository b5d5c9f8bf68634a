// What became of each write of one mutation: GitHub carries them out and refuses them one by one.
import { isLimit } from '../../failure.ts';
import { aliasOf } from './mutation.ts';

/** `unclear`: nobody knows whether it took. */
export type Answer =
  | { readonly kind: 'done'; readonly made?: Made | undefined }
  | { readonly kind: 'refused' | 'unclear'; readonly error: unknown };

/** A comment that was made. */
export interface Made {
  /** GraphQL node id. */
  readonly id: string;
  /** REST id. */
  readonly commentId: number;
}

export interface GraphqlError {
  readonly message: string;
  readonly type?: string | undefined;
  readonly path?: readonly (string | number)[] | undefined;
}

/** GitHub's types of refusals, by the status that REST has for them. */
const STATUS: Readonly<Record<string, number>> = { FORBIDDEN: 403, NOT_FOUND: 404, UNPROCESSABLE: 422 };

/** What a token needs to write comments, as REST names it in the header of a refusal. */
const NEEDED = { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' };

/** The answers in the order of the writes. An error without a path is about all that has no answer. */
export function readAnswers(
  count: number,
  data: Readonly<Record<string, unknown>>,
  errors: readonly GraphqlError[],
): Answer[] {
  const whole = errors.find(({ path = [] }) => path.length === 0);
  return Array.from({ length: count }, (_, index) => {
    const alias = aliasOf(index);
    const error = errors.find(({ path = [] }) => path[0] === alias);
    const there = data[alias] !== null && data[alias] !== undefined;
    if (there) return { kind: 'done', made: madeIn(data[alias]) };
    return refusal(error ?? whole ?? { message: 'GitHub did not say what became of it' });
  });
}

function madeIn(payload: unknown): Made | undefined {
  const { commentEdge } = payload as { readonly commentEdge?: { readonly node?: RawMade | null } | null };
  const node = commentEdge?.node;
  if (node === null || node === undefined || node.databaseId === null) return undefined;
  return { id: node.id, commentId: node.databaseId };
}

interface RawMade {
  readonly id: string;
  readonly databaseId: number | null;
}

/** A refusal has a type; without one something broke on the way. */
function refusal({ message, type }: GraphqlError): Answer {
  const status = type === undefined ? undefined : STATUS[type];
  const needs = status === 403 && /not accessible/.test(message) ? { response: { headers: NEEDED } } : {};
  const error = Object.assign(new Error(message), status === undefined ? {} : { status }, needs);
  return { kind: type === undefined && !isLimit(error) ? 'unclear' : 'refused', error };
}
