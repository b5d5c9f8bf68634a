// Every field that GitHub may refuse of a query, and a GitHub that refuses one: null by the rules of GraphQL, with an error at its path.
import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { githubSchema } from '../../packages/embedded-github/src/graphql/schema.ts';
import type { GitHub } from '../../src/github/client.ts';

export type Path = readonly (string | number)[];

export interface Hole {
  /** The name of the query. */
  readonly operation: string;
  readonly path: Path;
  /** Where the answer is null: the field itself, or what it takes along, since it can't be null. */
  readonly nullAt: Path;
  /** The same for fields that differ only by numbers: of these one stands for all. */
  readonly kind: string;
}

export interface Refusal {
  readonly type: string;
  readonly message: string;
}

/** What GitHub answered, and to what. */
export interface Answered {
  readonly query: string;
  readonly data: unknown;
}

/** Asks each thing once: what was answered is answered again, so that a look can be repeated many times. */
export function remembering(github: GitHub): GitHub {
  return {
    ...github,
    graphql: once(github.graphql),
    request: once(github.request) as unknown as GitHub['request'],
  };
}

function once<Asked extends unknown[]>(ask: (...asked: Asked) => Promise<unknown>) {
  const known = new Map<string, Promise<unknown>>();
  return (...asked: Asked): Promise<unknown> => {
    const key = JSON.stringify(asked);
    const answer = known.get(key) ?? ask(...asked);
    known.set(key, answer);
    return answer;
  };
}

/** Every answer of its GraphQL is kept in `answers`. */
export function recording(github: GitHub, answers: Answered[]): GitHub {
  const graphql: GitHub['graphql'] = async (query, variables) => {
    const answer = await partly(github, query, variables);
    answers.push({ query, data: answer.data });
    return given(answer);
  };
  return { ...github, graphql };
}

/** GitHub as it is, but for one field. */
export function refusing(github: GitHub, hole: Hole, refusal: Refusal): GitHub {
  const graphql: GitHub['graphql'] = async (query, variables) => {
    const answer = await partly(github, query, variables);
    const { data, errors } = answer;
    if (operationIn(query) !== hole.operation || !isThere(data, hole.path)) return given(answer);
    return given({ data: withNull(data, hole.nullAt), errors: [...errors, { ...refusal, path: hole.path }] });
  };
  return { ...github, graphql };
}

interface Answer {
  readonly data: unknown;
  readonly errors: readonly unknown[];
}

/** Octokit throws an answer of which a part is missing. */
async function partly(github: GitHub, query: string, variables?: Record<string, unknown>): Promise<Answer> {
  try {
    return { data: await github.graphql(query, variables), errors: [] };
  } catch (error) {
    const { data, errors } = error as Partial<Answer>;
    if (data === undefined || errors === undefined) throw error;
    return { data, errors };
  }
}

function given({ data, errors }: Answer): unknown {
  if (errors.length === 0) return data;
  const failure = new Error('Request failed due to following response errors:');
  throw Object.assign(failure, { data, errors, name: 'GraphqlResponseError' });
}

/** One hole of each kind, where something stood if that is anywhere. */
export function holesIn(answers: readonly Answered[]): Hole[] {
  const all = answers.flatMap(({ query, data }) => {
    const operation = operationOf(query);
    const named = operationIn(query);
    const root = githubSchema().getQueryType() ?? undefined;
    return root === undefined
      ? []
      : below({ query, named, path: [], nullAt: [] }, operation.selectionSet, root, data);
  });
  const kinds = new Map<string, { readonly hole: Hole; readonly full: boolean }>();
  for (const one of all) {
    const known = kinds.get(one.hole.kind);
    if (known === undefined || (!known.full && one.full)) kinds.set(one.hole.kind, one);
  }
  return [...kinds.values()].map(({ hole }) => hole);
}

interface Place {
  readonly query: string;
  readonly named: string;
  readonly path: Path;
  /** The nearest that may be null. */
  readonly nullAt: Path;
}

interface Found {
  readonly hole: Hole;
  readonly full: boolean;
}

function below(place: Place, set: SelectionSetNode, type: GraphQLNamedType, data: unknown): Found[] {
  if (typeof data !== 'object' || data === null) return [];
  return set.selections.flatMap((selection): Found[] => {
    if (selection.kind === Kind.FIELD) {
      const alias = (selection.alias ?? selection.name).value;
      if (selection.name.value === '__typename' || !Object.hasOwn(data, alias)) return [];
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      const field = type.getFields()[selection.name.value];
      if (field === undefined) return [];
      const value = (data as Record<string, unknown>)[alias];
      return at({ ...place, path: [...place.path, alias] }, selection.selectionSet, field.type, value);
    }
    const { set: inner, on } = fragmentOf(place.query, selection);
    return below(place, inner, on === undefined ? type : (githubSchema().getType(on) ?? type), data);
  });
}

/** The field itself, and everything in it. */
function at(
  place: Place,
  set: SelectionSetNode | undefined,
  type: GraphQLOutputType,
  value: unknown,
): Found[] {
  const nullAt = isNonNullType(type) ? place.nullAt : place.path;
  const here = { ...place, nullAt };
  const { named: operation, path } = here;
  const hole = { operation, path, nullAt, kind: kindOf(operation, path) };
  const own = [{ hole, full: value !== null }];
  const inner = getNullableType(type);
  if (isListType(inner) && Array.isArray(value))
    return [
      ...own,
      ...value.flatMap((item, index) => at({ ...here, path: [...path, index] }, set, inner.ofType, item)),
    ];
  return set === undefined ? own : [...own, ...below(here, set, getNamedType(type), value)];
}

function kindOf(operation: string, path: Path): string {
  return [
    operation,
    ...path.map((step) => (typeof step === 'number' ? '#' : step.replaceAll(/\d+/g, '#'))),
  ].join('/');
}

const parsed = new Map<string, ReturnType<typeof parse>>();

function documentOf(query: string): ReturnType<typeof parse> {
  const known = parsed.get(query) ?? parse(query);
  parsed.set(query, known);
  return known;
}

/** The name of a query. */
export function operationIn(query: string): string {
  return operationOf(query).name?.value ?? '';
}

function operationOf(query: string): OperationDefinitionNode {
  const found = documentOf(query).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (found === undefined) throw new Error(`no query: ${query}`);
  return found;
}

type Spread = Extract<
  SelectionSetNode['selections'][number],
  { readonly kind: Kind.FRAGMENT_SPREAD | Kind.INLINE_FRAGMENT }
>;

function fragmentOf(
  query: string,
  spread: Spread,
): { readonly set: SelectionSetNode; readonly on: string | undefined } {
  if (spread.kind === Kind.INLINE_FRAGMENT)
    return { set: spread.selectionSet, on: spread.typeCondition?.name.value };
  for (const one of documentOf(query).definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === spread.name.value)
      return { set: one.selectionSet, on: one.typeCondition.name.value };
  throw new Error(`no fragment ${spread.name.value}`);
}

function isThere(data: unknown, path: Path): boolean {
  let now = data;
  for (const step of path) {
    if (typeof now !== 'object' || now === null || !Object.hasOwn(now, step)) return false;
    now = (now as Record<string | number, unknown>)[step];
  }
  return true;
}

function withNull(data: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return null;
  const inner = withNull((data as Record<string | number, unknown>)[step], rest);
  if (Array.isArray(data)) return data.map((item: unknown, index) => (index === step ? inner : item));
  return { ...(data as object), [step]: inner };
}
