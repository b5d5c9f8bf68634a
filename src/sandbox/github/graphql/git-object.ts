// Files and branches in GraphQL.
import { headOf } from '../change/compare.ts';
import type { Json, Repo, World } from '../model.ts';
import type { Arguments, Node } from './context.ts';
import { rollupNode } from './rollup-node.ts';

/** A branch by its name, in full or short; null when there is none. */
export async function branchNode(world: World, repo: Repo, name: string): Promise<Node | null> {
  const branch = name.replace(/^(?:refs\/)?heads\//, '');
  const oid = await headOf(world, repo, branch);
  if (oid === undefined) return null;
  const rule = repo.rules.get(branch);
  return {
    __typename: 'Ref',
    id: `REF_${repo.id}_${branch}`,
    name: branch,
    prefix: 'refs/heads/',
    target: { __typename: 'Commit', id: `C_${oid}`, oid },
    refUpdateRule:
      rule === undefined
        ? null
        : {
            __typename: 'RefUpdateRule',
            pattern: branch,
            requiredApprovingReviewCount: rule.requiredReviews,
            requiredStatusCheckContexts: rule.requiredChecks,
          },
  };
}

/** What an expression like `HEAD:path` names; null when there is nothing. */
export async function gitObjectNode(world: World, repo: Repo, expression: string): Promise<Node | null> {
  const colon = expression.indexOf(':');
  const revision = colon < 0 ? expression : expression.slice(0, colon);
  const ref = revision === 'HEAD' ? repo.defaultBranch : revision.replace(/^refs\/heads\//, '');
  if (colon < 0) return commitNode(world, repo, ref);
  const json = await contentsAt(world, repo, ref, expression.slice(colon + 1));
  if (json === undefined) return null;
  if (Array.isArray(json)) return { __typename: 'Tree', id: `T_${expression}` };
  return blobNode(json as Json);
}

/** A file or the list of a folder; undefined when there is nothing. */
async function contentsAt(world: World, repo: Repo, ref: string, file: string): Promise<unknown> {
  const path = file.split('/').map(encodeURIComponent).join('/');
  const target = `/repos/${repo.fullName}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const { json, status } = await world.emulator.send({ method: 'GET', path: target });
  return status === 200 ? json : undefined;
}

/** A commit by branch or id. */
async function commitNode(world: World, repo: Repo, ref: string): Promise<Node | null> {
  const path = `/repos/${repo.fullName}/commits/${encodeURIComponent(ref)}`;
  const { json, status } = await world.emulator.send({ method: 'GET', path });
  if (status !== 200) return null;
  return commitAt(world, repo, String((json as Json)['sha']));
}

/** A commit that is there, with its files by path. */
export function commitAt(world: World, repo: Repo, oid: string): Node {
  return {
    __typename: 'Commit',
    id: `C_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    statusCheckRollup: () => rollupNode(repo, oid),
    file: async ({ path: file }: Arguments) => {
      const entry = (await contentsAt(world, repo, oid, String(file))) as Json | undefined;
      if (entry === undefined || Array.isArray(entry)) return null;
      const { name, path: place, sha } = entry;
      return { __typename: 'TreeEntry', name, path: place, oid: sha };
    },
  };
}

function blobNode(file: Json): Node {
  const bytes = Buffer.from(String(file['content']), 'base64');
  const oid = String(file['sha']);
  const binary = bytes.includes(0);
  return {
    __typename: 'Blob',
    id: `B_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    byteSize: bytes.length,
    isBinary: binary,
    isTruncated: false,
    text: binary ? null : bytes.toString('utf8'),
  };
}
