// Puts files on a branch of the emulator with one commit.
import type { Emulator } from './emulator.ts';
import type { Json } from './model.ts';

/** `path` is the repository's; a branch that is missing begins where the default branch is now. */
export async function commitFiles(
  emulator: Emulator,
  path: string,
  branch: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const head = await headAt(emulator, path, 'main');
  if (branch !== 'main')
    await askEmulator(emulator, 'POST', `${path}/git/refs`, { ref: `refs/heads/${branch}`, sha: head });
  if (Object.keys(files).length === 0) return;
  const { tree } = await askEmulator(emulator, 'GET', `${path}/git/commits/${head}`);
  const base = { commit: head, tree: String((tree as Json)['sha']) };
  const sha = await writeCommit(emulator, path, base, { message: 'Add files', files });
  await askEmulator(emulator, 'PATCH', `${path}/git/refs/heads/${branch}`, { sha });
}

/** The commit that a branch points to. */
export async function headAt(emulator: Emulator, path: string, branch: string): Promise<string> {
  const { object } = await askEmulator(emulator, 'GET', `${path}/git/ref/heads/${branch}`);
  return String((object as Json)['sha']);
}

export interface Base {
  readonly commit: string;
  readonly tree: string;
}

/** A commit on top of the base; no branch points to it yet. */
export async function writeCommit(
  emulator: Emulator,
  path: string,
  base: Base,
  { message, files }: { readonly message: string; readonly files: Readonly<Record<string, string>> },
): Promise<string> {
  const { sha: tree } = await askEmulator(emulator, 'POST', `${path}/git/trees`, {
    base_tree: base.tree,
    tree: Object.entries(files).map(([file, content]) => {
      return { path: file, mode: '100644', type: 'blob', content };
    }),
  });
  const commit = { message, tree, parents: [base.commit] };
  return String((await askEmulator(emulator, 'POST', `${path}/git/commits`, commit))['sha']);
}

/** Throws when the emulator refuses: a seed that it can't hold is a mistake. */
export async function askEmulator(
  emulator: Emulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Json> {
  const { json, status } = await emulator.send({ method, path, body });
  if (status >= 300) throw new Error(`the emulator refused ${method} ${path}: ${JSON.stringify(json)}`);
  return json as Json;
}
