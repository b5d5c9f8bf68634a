// The checks of a commit in GraphQL.
import { checksAt, rollup } from '../change/checks-at.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { checkRunNode, statusNode } from './check-nodes.ts';
import { connection } from './connection.ts';
import type { Arguments, Node } from './context.ts';

/** Null where nothing was checked. */
export function rollupNode(world: World, repo: Repo, oid: string): Node | null {
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
        node: (context) =>
          context.kind === 'run' ? checkRunNode(world, repo, context.run) : statusNode(context.status),
      }),
  };
}
