// The GraphQL endpoint: parses, validates and executes against GitHub's own schema.
import { type GraphQLError, type GraphQLFieldResolver, execute } from 'graphql';
import { type Actor, accountOf } from '../actor.ts';
import type { Json } from '../model/json-object.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import type { Answer } from '../rest/call.ts';
import type { Context, Nodes } from './context.ts';
import { type Operation, operationOf, readDocument } from './document.ts';
import { mutationRoot } from './mutation.ts';
import { queryRoot } from './query.ts';
import { githubSchema } from './schema.ts';
import { uncovered } from './uncovered.ts';
import { issueNode } from './issue-node.ts';
import { pullNode } from './pull-node.ts';
import { repositoryNode } from './repository-node.ts';

/** Those that lead to one another, for the context. */
const nodes: Nodes = { repository: repositoryNode, issue: issueNode, pull: pullNode };

/** Name and kind of the operation that a body asks for; undefined when it can't be read. */
export function readOperation(body: unknown): Operation | undefined {
  const { query, operationName } = (body ?? {}) as Json;
  const { document } = readDocument(query);
  return document === undefined ? undefined : operationOf(document, operationName);
}

/** Executes a request; what GitHub's schema or our resolvers don't know is reported. */
export async function answerGraphql(
  world: World,
  actor: Actor,
  body: unknown,
  report: (problems: readonly string[]) => void,
): Promise<Answer> {
  accountOf(actor);
  const { query, variables, operationName } = (body ?? {}) as Json;
  const { document, problems } = readDocument(query);
  if (document === undefined || problems.length > 0) return failed(problems, report);
  const context: Context = { world, actor, nodes };
  const result = await execute({
    schema: githubSchema(),
    document,
    rootValue: { ...queryRoot(context), ...mutationRoot(context) },
    contextValue: context,
    variableValues: (variables ?? {}) as Json,
    ...(typeof operationName === 'string' ? { operationName } : {}),
    fieldResolver: resolveField,
  });
  const errors = result.errors ?? [];
  const ours = errors.filter((error) => !(error.originalError instanceof Refusal));
  if (ours.length > 0) report(ours.map((error) => error.message));
  return {
    status: 200,
    json: { data: result.data, ...(errors.length === 0 ? {} : { errors: errors.map(errorJson) }) },
  };
}

/** A field without a value is an error: null must be said. */
const resolveField: GraphQLFieldResolver<unknown, Context> = (source, args: Json, _context, info) => {
  const value = (source as Json)[info.fieldName];
  if (value === undefined) throw uncovered(`${info.parentType.name}.${info.fieldName}`);
  if (typeof value !== 'function') return value;
  const found = (value as (args: Json) => unknown)(args);
  return found instanceof Promise ? found.catch(throwReadable) : found;
};

/** Tests run apart from Node's own code, whose errors are none to them: GraphQL would only say `{}`. */
function throwReadable(error: unknown): never {
  throw error instanceof Error ? error : new Error(String(error), { cause: error });
}

function failed(errors: readonly GraphQLError[], report: (problems: readonly string[]) => void): Answer {
  report(errors.map((error) => error.message));
  return { status: 200, json: { errors: errors.map(errorJson) } };
}

/** GitHub puts its type of refusal beside the message. */
function errorJson(error: GraphQLError): Json {
  const { originalError: refusal } = error;
  const base = { path: error.path, locations: error.locations };
  if (!(refusal instanceof Refusal)) return { ...base, message: error.message };
  const detail = refusal.errors?.[0]?.['message'];
  return { type: refusal.type, ...base, message: typeof detail === 'string' ? detail : refusal.message };
}
