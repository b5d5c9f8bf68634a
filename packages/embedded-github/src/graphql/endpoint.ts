// The GraphQL endpoint: parses, validates and executes against GitHub's own schema.
import { GraphQLError, type GraphQLFieldResolver, execute } from 'graphql';
import { type Actor, accountOf } from '../actor.ts';
import type { Rate } from '../limits/budgets.ts';
import { type Cost, costOf } from '../limits/cost.ts';
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

/** What a body asks for costs; undefined when it can't be read. */
export function readCost(body: unknown): Cost | undefined {
  const { query, operationName, variables } = (body ?? {}) as Json;
  const { document } = readDocument(query);
  return document && costOf(document, operationName, (variables ?? {}) as Json);
}

/** More nodes than GitHub looks at in one query. */
const MOST_NODES = 500_000;

/** A request and what goes with it. */
export interface Asked {
  readonly body: unknown;
  /** What is left of the hour's points of who asks. */
  readonly rate: Rate;
  readonly report: (problems: readonly string[]) => void;
  /** The place of the field of a mutation that is refused. */
  readonly refused?: number | undefined;
}

/** Executes a request; what GitHub's schema or our resolvers don't know is reported. */
export async function answerGraphql(
  world: World,
  actor: Actor,
  { body, rate, report, refused }: Asked,
): Promise<Answer> {
  accountOf(actor);
  const { query, variables, operationName } = (body ?? {}) as Json;
  const { document, problems } = readDocument(query);
  if (document === undefined || problems.length > 0) return failed(problems, report);
  const cost = costOf(document, operationName, (variables ?? {}) as Json);
  if (cost.nodes > MOST_NODES) return failed([new GraphQLError(tooMany(cost.nodes))], report);
  const context: Context = { world, actor, nodes, cost, rate };
  const result = await execute({
    schema: githubSchema(),
    document,
    rootValue: { ...queryRoot(context), ...mutationRoot(context, refused) },
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

function tooMany(count: number): string {
  return `This query requests up to ${count} possible nodes which exceeds the maximum limit of ${MOST_NODES}.`;
}

/** A field without a value is an error: null must be said. */
const resolveField: GraphQLFieldResolver<unknown, Context> = (source, args: Json, { world }, info) => {
  if (world.quirks.refusedFields.includes(`${info.parentType.name}.${info.fieldName}`))
    throw Refusal.forbidden('Resource not accessible by integration');
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
