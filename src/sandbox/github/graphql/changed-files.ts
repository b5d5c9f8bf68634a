// What a pull request changes: the files at its head against those where it branched off.
import type { Issue, Json, PullFacts, World } from '../model.ts';

export interface ChangedFile {
  readonly path: string;
  readonly changeType: 'ADDED' | 'DELETED' | 'MODIFIED' | 'RENAMED';
}

/** In order of path. A file that moved without a change is told by its new path only, as GitHub does it. */
export async function changedFiles(world: World, issue: Issue, pull: PullFacts): Promise<ChangedFile[]> {
  const base = String((pull.json['base'] as Json)['ref']);
  const [before, after] = await Promise.all([
    filesAt(world, issue, await branchedAt(world, issue, base, pull.head)),
    filesAt(world, issue, pull.head),
  ]);
  const lost = new Map([...before].filter(([path]) => !after.has(path)).map(([path, oid]) => [oid, path]));
  const found = [...after].flatMap(([path, oid]): ChangedFile[] => {
    if (before.get(path) === oid) return [];
    if (before.has(path)) return [{ path, changeType: 'MODIFIED' }];
    return [{ path, changeType: lost.delete(oid) ? 'RENAMED' : 'ADDED' }];
  });
  const gone = [...lost.values()].map((path): ChangedFile => ({ path, changeType: 'DELETED' }));
  return [...found, ...gone].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The newest commit that both have. */
async function branchedAt(world: World, issue: Issue, base: string, head: string): Promise<string> {
  const [onBase, onHead] = await Promise.all([history(world, issue, base), history(world, issue, head)]);
  const known = new Set(onBase);
  return onHead.find((sha) => known.has(sha)) ?? base;
}

async function history(world: World, issue: Issue, revision: string): Promise<string[]> {
  const { json } = await ask(world, issue, `/commits?sha=${encodeURIComponent(revision)}&per_page=100`);
  return (json as { sha: string }[]).map(({ sha }) => sha);
}

/** Ids of the files by path. */
async function filesAt(world: World, issue: Issue, revision: string): Promise<Map<string, string>> {
  const { json } = await ask(world, issue, `/git/trees/${encodeURIComponent(revision)}?recursive=1`);
  const { tree } = json as { tree: { path: string; sha: string; type: string }[] };
  return new Map(tree.filter(({ type }) => type === 'blob').map(({ path, sha }) => [path, sha]));
}

function ask(world: World, issue: Issue, path: string) {
  return world.emulator.send({ method: 'GET', path: `/repos/${issue.repo.fullName}${path}` });
}
