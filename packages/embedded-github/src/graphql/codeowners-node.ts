// What GitHub says of a CODEOWNERS file: owners that it does not know, or that may not write.
import { permissionOf } from '../actor.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { contentsAt } from './contents-at.ts';
import type { Arguments, Context, Node } from './context.ts';
import { textOf } from './text-of.ts';
import { onlyArguments } from './uncovered.ts';

const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Null where the branch has no such file. Mistakes of patterns and unknown addresses of mail are not looked for. */
export async function codeownersNode({ world }: Context, repo: Repo, args: Arguments): Promise<Node | null> {
  onlyArguments('Repository.codeowners', args, ['refName']);
  const ref = textOf(args['refName']) ?? repo.defaultBranch;
  for (const path of PLACES) {
    // oxlint-disable-next-line no-await-in-loop -- the first file that exists counts
    const file = await contentsAt(world, repo, ref, path);
    if (file === undefined) continue;
    const { content } = file as { content: string };
    const text = Buffer.from(content, 'base64').toString('utf8');
    const errors = text.split('\n').flatMap((line, index) => errorsOf(line, index + 1, path, world, repo));
    return { __typename: 'RepositoryCodeowners', errors };
  }
  return null;
}

function errorsOf(source: string, line: number, path: string, world: World, repo: Repo): Node[] {
  const rule = source.replace(/^\s*#.*$|\s#.*$/, '');
  return [...rule.matchAll(/\s@(\S+)/g)]
    .filter(([, owner = '']) => !mayWrite(owner, world, repo))
    .map(({ index, 1: owner }) => ({
      __typename: 'RepositoryCodeownersError',
      kind: 'Unknown owner',
      line,
      column: index + 2,
      path,
      source,
      suggestion: `make sure @${owner} exists and has write access to the repository`,
      message: `Unknown owner on line ${line}: make sure @${owner} exists and has write access to the repository`,
    }));
}

/** Teams have no permissions here: one of the repository's organization may write. */
function mayWrite(owner: string, world: World, repo: Repo): boolean {
  const [organization = '', team] = owner.toLowerCase().split('/');
  if (team !== undefined) return organization === repo.owner.login.toLowerCase() && world.teams.has(team);
  return ['write', 'maintain', 'admin'].includes(permissionOf(repo, owner));
}
