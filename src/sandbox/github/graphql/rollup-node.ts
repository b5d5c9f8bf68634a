// The checks of a commit in GraphQL.
import { type CheckContext, checksAt, rollup } from '../change/checks-at.ts';
import type { Repo } from '../model.ts';
import { connection } from './connection.ts';
import type { Arguments, Node } from './context.ts';

/** Null where nothing was checked. */
export function rollupNode(repo: Repo, oid: string): Node | null {
  const contexts = checksAt(repo, oid);
  const state = rollup(contexts);
  if (state === undefined) return null;
  return {
    __typename: 'StatusCheckRollup',
    id: `SCR_${oid}`,
    state,
    contexts: (args: Arguments) =>
      connection(args, {
        field: 'StatusCheckRollup.contexts',
        items: contexts,
        id: ({ kind, id }) => `${kind}${id}`,
        node: contextNode,
      }),
  };
}

function contextNode(context: CheckContext): Node {
  if (context.kind === 'run') {
    const { status, conclusion } = context.run;
    return {
      __typename: 'CheckRun',
      id: `CR_${context.id}`,
      databaseId: context.id,
      name: context.name,
      status: status.toUpperCase(),
      conclusion: conclusion === null ? null : conclusion.toUpperCase(),
    };
  }
  const { description, targetUrl, at } = context.status;
  return {
    __typename: 'StatusContext',
    id: `SC_${context.id}`,
    context: context.name,
    state: context.state,
    description,
    targetUrl,
    createdAt: at,
  };
}
