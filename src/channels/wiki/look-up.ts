// Reads objects of git by one run of git: what `git cat-file --batch` answers, taken apart.
import type { Git } from './git.ts';
import type { GitAnswer } from './run-git.ts';

export interface GitObject {
  readonly id: string;
  readonly content: Buffer;
}

/** By place in `names`; undefined is one that there is not. A run of git that failed is answered as it is. */
export async function lookUp(
  git: Git,
  names: readonly string[],
): Promise<readonly (GitObject | undefined)[] | GitAnswer> {
  const answer = await git(['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  if (answer.exit !== 0) return answer;
  const objects: (GitObject | undefined)[] = [];
  // `ID TYPE SIZE`, a line end, the content, a line end; `NAME missing` for what there is not.
  for (let at = 0; objects.length < names.length;) {
    const end = answer.stdout.indexOf('\n', at);
    const [, id, size] = /^([0-9a-f]+) \w+ (\d+)$/.exec(answer.stdout.toString('latin1', at, end)) ?? [];
    const start = end + 1;
    if (id === undefined) {
      objects.push(undefined);
      at = start;
      continue;
    }
    const last = start + Number(size);
    objects.push({ id, content: answer.stdout.subarray(start, last) });
    at = last + 1;
  }
  return objects;
}

export interface TreeEntry {
  /** `100644` is a plain file. */
  readonly mode: string;
  /** Never a path. */
  readonly name: string;
  readonly id: string;
}

/** The entries of a tree, as git keeps it: `MODE NAME`, a zero byte, the id in as many bytes as ids have here. */
export function entriesOf(tree: GitObject): TreeEntry[] {
  const bytes = tree.id.length / 2;
  const entries: TreeEntry[] = [];
  for (let at = 0; at < tree.content.length;) {
    const zero = tree.content.indexOf(0, at);
    // Nothing of a tree that was cut off, or made by other hands than git's, is read twice.
    if (zero < 0) break;
    const [mode = '', ...words] = tree.content.toString('utf8', at, zero).split(' ');
    const end = zero + 1 + bytes;
    entries.push({ mode, name: words.join(' '), id: tree.content.toString('hex', zero + 1, end) });
    at = end;
  }
  return entries;
}
