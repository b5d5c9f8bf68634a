// Deletes labels and branches and closes pull requests of ours; what is gone already is fine.
import type { ClosePull, DeleteBranch, DeleteLabel } from '../../domain/cleanup-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { statusOf } from '../failure.ts';
import type { World } from './world.ts';

export async function deleteLabel({ github }: World, { name }: DeleteLabel): Promise<Written> {
  const { owner, repo, request } = github;
  return await unlessGone(404, () =>
    request('DELETE /repos/{owner}/{repo}/labels/{name}', { owner, repo, name }),
  );
}

export async function closePull({ github }: World, { number }: ClosePull): Promise<Written> {
  const { owner, repo, request } = github;
  await request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: number,
    state: 'closed',
  });
  return { outcome: 'done', number };
}

/** GitHub answers 422 for a branch that is not there, and for one that may not be deleted. */
export async function deleteBranch({ github }: World, { branch }: DeleteBranch): Promise<Written> {
  const { owner, repo, request } = github;
  const ref = `heads/${branch}`;
  try {
    await request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { owner, repo, ref });
    return { outcome: 'done' };
  } catch (error) {
    const isRefused = statusOf(error) === 422 || statusOf(error) === 404;
    if (!isRefused) throw error;
    const left = await unlessGone(404, () =>
      request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref }),
    );
    if (left.outcome === 'already') return left;
    throw error;
  }
}

async function unlessGone(gone: number, send: () => Promise<unknown>): Promise<Written> {
  try {
    await send();
    return { outcome: 'done' };
  } catch (error) {
    if (statusOf(error) === gone) return { outcome: 'already' };
    throw error;
  }
}
