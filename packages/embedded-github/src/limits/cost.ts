// What a GraphQL query costs, by GitHub's published formula.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { Json } from '../model/json-object.ts';

export interface Cost {
  /** What is taken from the hour's budget: the connections that are asked for, over 100, at least 1. */
  readonly points: number;
  /** The nodes that may come back at most; GitHub refuses more than 500,000. */
  readonly nodes: number;
}

/**
 * Of the operation of that name, or of the only one. Every connection is taken to be as long as its `first` or `last`
 * says. https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function costOf(document: DocumentNode, operationName: unknown, variables: Json): Cost {
  const operation = document.definitions.find(
    (one) =>
      one.kind === Kind.OPERATION_DEFINITION &&
      (typeof operationName !== 'string' || one.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return { points: 1, nodes: 0 };
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const { connections, nodes } = countBelow(operation.selectionSet, 1, { fragments, variables });
  return { points: Math.max(1, Math.round(connections / 100)), nodes };
}

interface Around {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Json;
}

interface Count {
  readonly connections: number;
  readonly nodes: number;
}

/** `times`: how often what is below is asked for, by the lengths of the connections above. */
function countBelow(selections: SelectionSetNode | undefined, times: number, around: Around): Count {
  const counts = (selections?.selections ?? []).map((one): Count => {
    if (one.kind === Kind.FIELD) return countField(one, times, around);
    const inner = one.kind === Kind.INLINE_FRAGMENT ? one : around.fragments.get(one.name.value);
    return countBelow(inner?.selectionSet, times, around);
  });
  return counts.reduce(add, { connections: 0, nodes: 0 });
}

function countField(field: FieldNode, times: number, around: Around): Count {
  const length = lengthOf(field, around.variables);
  if (length === undefined) return countBelow(field.selectionSet, times, around);
  const own = { connections: times, nodes: times * length };
  return add(own, countBelow(field.selectionSet, times * length, around));
}

function lengthOf({ arguments: given = [] }: FieldNode, variables: Json): number | undefined {
  const found = given.find(({ name }) => name.value === 'first' || name.value === 'last');
  return found === undefined ? undefined : numberOf(found.value, variables);
}

function numberOf(value: ValueNode, variables: Json): number | undefined {
  if (value.kind === Kind.INT) return Number(value.value);
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return typeof given === 'number' ? given : undefined;
}

function add(one: Count, other: Count): Count {
  return { connections: one.connections + other.connections, nodes: one.nodes + other.nodes };
}
