// Branches of a repository in GraphQL, by what their names begin with.
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { branchNode } from './git-object.ts';
import { uncovered } from './uncovered.ts';

const HEADS = 'refs/heads/';

/** GitHub names a ref by what stands behind the prefix, and takes whole parts of a name as a prefix only. */
export async function branches(context: Context, repo: Repo, args: Arguments): Promise<Node> {
  const prefix = String(args['refPrefix']);
  if (!prefix.startsWith(HEADS) || !prefix.endsWith('/'))
    throw uncovered(`Repository.refs(refPrefix: ${prefix})`);
  const path = `/repos/${repo.fullName}/git/matching-refs/${prefix.slice('refs/'.length)}`;
  const { json } = await context.world.emulator.send({ method: 'GET', path });
  const names = (json as Json[]).map(({ ref }) => String(ref)).toSorted();
  const nodes = new Map<string, Node>();
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- few, one after the other
    const node = await branchNode(context, repo, name);
    if (node !== null) nodes.set(name, { ...node, name: name.slice(prefix.length), prefix });
  }
  return connection(args, {
    field: 'Repository.refs',
    items: [...nodes],
    id: ([name]) => name,
    node: ([, node]) => node,
    handled: ['refPrefix'],
  });
}
