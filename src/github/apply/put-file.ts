// Puts a file on a branch of its own; the branch is made with nothing else on it.
import type { PutFile } from '../../domain/repository-operation.ts';
import { failureWords, statusOf } from '../failure.ts';
import type { GitHub } from '../client.ts';
import { isHeld } from '../held.ts';
import type { Written } from '../../domain/outcome.ts';
import { type World, postpone } from './world.ts';

/** Answers to commands that it remembers wait until it is written: else the next run hears them once more. */
export async function putFile(world: World, operation: PutFile): Promise<Written> {
  const releases = (operation.answers ?? []).map((answer) => postpone(world, answer));
  const written = await put(world, operation);
  if (written.outcome === 'done' || written.outcome === 'already') for (const release of releases) release();
  return written;
}

async function put({ github }: World, operation: PutFile): Promise<Written> {
  try {
    await commit(github, operation);
    return { outcome: 'done' };
  } catch (error) {
    const status = statusOf(error);
    if (isHeld(error) || status === undefined) throw error;
    if (status === 404 && operation.seen === undefined && !(await hasBranch(github, operation)))
      return await makeBranch(github, operation);
    // Another run has written it, or the branch takes no such commit.
    if (![403, 409, 422].includes(status)) throw error;
    if (await isThere(github, operation)) return { outcome: 'already' };
    return { outcome: 'soft', detail: `GitHub did not take it: ${failureWords(error)}` };
  }
}

async function commit({ request, owner, repo }: GitHub, operation: PutFile): Promise<void> {
  const { branch, path, message, content, seen } = operation;
  await request('PUT /repos/{owner}/{repo}/contents/{path}', {
    owner,
    repo,
    path,
    branch,
    message,
    content: Buffer.from(content, 'utf8').toString('base64'),
    ...(seen === undefined ? {} : { sha: seen }),
  });
}

async function hasBranch({ request, owner, repo }: GitHub, { branch }: PutFile): Promise<boolean> {
  try {
    await request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: `heads/${branch}` });
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}

/** Without the files of the default branch no workflow of it runs for this one. */
async function makeBranch({ request, owner, repo }: GitHub, operation: PutFile): Promise<Written> {
  const { branch, path, message, content } = operation;
  const { data: tree } = await request('POST /repos/{owner}/{repo}/git/trees', {
    owner,
    repo,
    tree: [{ path, mode: '100644', type: 'blob', content }],
  });
  const { data: made } = await request('POST /repos/{owner}/{repo}/git/commits', {
    owner,
    repo,
    message,
    tree: tree.sha,
    parents: [],
  });
  try {
    const ref = `refs/heads/${branch}`;
    await request('POST /repos/{owner}/{repo}/git/refs', { owner, repo, ref, sha: made.sha });
    return { outcome: 'done' };
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    return { outcome: 'soft', detail: 'another run has just created the branch; the next run looks again' };
  }
}

async function isThere({ request, owner, repo }: GitHub, operation: PutFile): Promise<boolean> {
  const { branch, path, content } = operation;
  try {
    const place = { owner, repo, path, ref: branch };
    const { data } = await request('GET /repos/{owner}/{repo}/contents/{path}', place);
    return (
      !Array.isArray(data) &&
      data.type === 'file' &&
      Buffer.from(data.content, 'base64').equals(Buffer.from(content, 'utf8'))
    );
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
