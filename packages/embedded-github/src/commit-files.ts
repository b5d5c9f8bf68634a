// Puts files on a branch of the emulator with one commit.
import type { Emulator } from './emulator.ts';
import type { Json } from './model/json-object.ts';

/** `path` is the repository's; a branch that is missing begins where the default branch is now. */
export async function commitFiles(
  emulator: Emulator,
  path: string,
  branch: string,
  files: Readonly<Record<string, string>>,
  at: string,
): Promise<void> {
  const head = await headAt(emulator, path, 'main');
  if (branch !== 'main')
    await askEmulator(emulator, 'POST', `${path}/git/refs`, { ref: `refs/heads/${branch}`, sha: head });
  if (Object.keys(files).length === 0) return;
  const base = await baseAt(emulator, path, 'main');
  const { commit: sha } = await writeCommit(emulator, path, base, { message: 'Add files', files, at });
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

/** What a branch points to. */
export async function baseAt(emulator: Emulator, path: string, branch: string): Promise<Base> {
  const commit = await headAt(emulator, path, branch);
  const { tree } = await askEmulator(emulator, 'GET', `${path}/git/commits/${commit}`);
  return { commit, tree: String((tree as Json)['sha']) };
}

export interface NewCommit {
  readonly message: string;
  readonly files: Readonly<Record<string, string>>;
  /** An instant; default: that of this machine. */
  readonly at?: string | undefined;
  /** Nobody that it knows, when it is absent. */
  readonly who?: { readonly name: string; readonly email: string } | undefined;
}

const NOBODY = { name: 'Somebody', email: 'somebody@users.noreply.example' };

/** A commit on top of the base; no branch points to it yet. */
export async function writeCommit(
  emulator: Emulator,
  path: string,
  base: Base,
  { message, files, at: date, who = NOBODY }: NewCommit,
): Promise<Base> {
  const { sha: tree } = await askEmulator(emulator, 'POST', `${path}/git/trees`, {
    base_tree: base.tree,
    tree: Object.entries(files).map(([file, content]) => {
      return { path: file, mode: '100644', type: 'blob', content };
    }),
  });
  const dated = date === undefined ? {} : { author: { ...who, date }, committer: { ...who, date } };
  const commit = { message, tree, parents: [base.commit], ...dated };
  const { sha } = await askEmulator(emulator, 'POST', `${path}/git/commits`, commit);
  return { commit: String(sha), tree: String(tree) };
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
