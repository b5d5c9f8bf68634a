// Puts several files on a branch with one commit, on top of the one that was seen: a branch that moved is left alone.
import type { BranchHead } from '../../domain/manual-book.ts';
import type { GitHub } from '../client.ts';

/** A text, or what git calls bytes that are there already. */
export type NewFile = { readonly path: string } & ({ readonly content: string } | { readonly sha: string });

export interface NewCommit {
  /** Absent: the commit has no other files and comes from nothing. */
  readonly head?: BranchHead | undefined;
  readonly message: string;
  readonly files: readonly NewFile[];
}

/** No branch points to it yet. */
export async function commitFiles(
  { request, owner, repo }: GitHub,
  { head, message, files }: NewCommit,
): Promise<BranchHead> {
  const { data: tree } = await request('POST /repos/{owner}/{repo}/git/trees', {
    owner,
    repo,
    ...(head === undefined ? {} : { base_tree: head.tree }),
    tree: files.map((file) => ({ mode: '100644' as const, type: 'blob' as const, ...file })),
  });
  const { data: made } = await request('POST /repos/{owner}/{repo}/git/commits', {
    owner,
    repo,
    message,
    tree: tree.sha,
    parents: head === undefined ? [] : [head.commit],
  });
  return { commit: made.sha, tree: tree.sha };
}

/** Makes the branch where there was none. GitHub refuses with 422 where it has moved since. */
export async function moveBranch(
  { request, owner, repo }: GitHub,
  branch: string,
  { commit: sha }: BranchHead,
  head: BranchHead | undefined,
): Promise<void> {
  const place = { owner, repo, sha };
  if (head === undefined)
    await request('POST /repos/{owner}/{repo}/git/refs', { ...place, ref: `refs/heads/${branch}` });
  else
    await request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...place,
      ref: `heads/${branch}`,
      force: false,
    });
}
