// Reads GraphQL queries and holds them to GitHub's schema, each text once.
import { type DocumentNode, GraphQLError, Kind, OperationTypeNode, parse, validate } from 'graphql';
import { githubSchema } from './schema.ts';

export interface ReadDocument {
  /** Undefined when the text can't be parsed. */
  readonly document: DocumentNode | undefined;
  /** What GitHub's schema finds wrong with it. */
  readonly problems: readonly GraphQLError[];
}

export interface Operation {
  readonly name: string;
  readonly mutation: boolean;
  /** Names of the fields at its root, each as often as it stands there. */
  readonly fields: readonly string[];
}

/** Enough for every query of a program; a program that makes up queries doesn't fill the memory. */
const MOST_KEPT = 500;
const kept = new Map<string, ReadDocument>();

export function readDocument(source: unknown): ReadDocument {
  if (typeof source !== 'string')
    return {
      document: undefined,
      problems: [new GraphQLError('A query attribute must be specified and must be a string.')],
    };
  const known = kept.get(source);
  if (known !== undefined) return known;
  const read = parseAndValidate(source);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(source, read);
  return read;
}

/** Name and kind of the operation to run; undefined when there is none. */
export function operationOf(document: DocumentNode, operationName: unknown): Operation | undefined {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const name = definition.name?.value;
    if (typeof operationName === 'string' && name !== operationName) continue;
    return {
      name: name ?? definition.operation,
      mutation: definition.operation === OperationTypeNode.MUTATION,
      fields: definition.selectionSet.selections.flatMap((one) =>
        one.kind === Kind.FIELD ? [one.name.value] : [],
      ),
    };
  }
  return undefined;
}

function parseAndValidate(source: string): ReadDocument {
  try {
    const document = parse(source);
    return { document, problems: validate(githubSchema(), document) };
  } catch (error) {
    if (error instanceof GraphQLError) return { document: undefined, problems: [error] };
    throw error;
  }
}
