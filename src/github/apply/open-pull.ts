// Opens a pull request that changes one file; every step may have been done by a run that broke off.
import type { OpenPull } from '../../domain/operation.ts';
import { failureWords, isAmbiguous, statusOf } from '../failure.ts';
import type { GitHub } from '../client.ts';
import { isHeld } from '../held.ts';
import type { Written } from './outcome.ts';
import { type World, holdBack } from './world.ts';

export async function openPull(world: World, operation: OpenPull): Promise<Written> {
  const { github } = world;
  const release = holdBack(world, operation.entry);
  const open = await findPull(github, operation.branch);
  if (open !== undefined) {
    release();
    return { outcome: 'already', number: open };
  }
  const { owner, repo } = github;
  const { data: repository } = await github.request('GET /repos/{owner}/{repo}', { owner, repo });
  await makeBranch(github, repository.default_branch, operation.branch);
  await writeFile(github, operation);
  const number = await create(github, operation, repository.default_branch);
  release();
  return { outcome: 'done', number };
}

async function findPull({ request, owner, repo }: GitHub, branch: string): Promise<number | undefined> {
  const { data } = await request('GET /repos/{owner}/{repo}/pulls', {
    owner,
    repo,
    state: 'open',
    head: `${owner}:${branch}`,
  });
  return data.find((pull) => pull.head.ref === branch)?.number;
}

/** A branch that is there already was made by an earlier try. */
async function makeBranch({ request, owner, repo }: GitHub, base: string, branch: string): Promise<void> {
  const { data } = await request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
    owner,
    repo,
    ref: `heads/${base}`,
  });
  try {
    await request('POST /repos/{owner}/{repo}/git/refs', {
      owner,
      repo,
      ref: `refs/heads/${branch}`,
      sha: data.object.sha,
    });
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
  }
}

async function writeFile(
  { request, owner, repo }: GitHub,
  { branch, path, content, title }: OpenPull,
): Promise<void> {
  const { data } = await request('GET /repos/{owner}/{repo}/contents/{path}', {
    owner,
    repo,
    path,
    ref: branch,
  });
  if (Array.isArray(data) || data.type !== 'file') throw new Error(`${path} is no file`);
  const encoded = Buffer.from(content, 'utf8').toString('base64');
  if (data.content.replaceAll(/\s/g, '') === encoded) return;
  await request('PUT /repos/{owner}/{repo}/contents/{path}', {
    owner,
    repo,
    path,
    branch,
    message: title,
    content: encoded,
    sha: data.sha,
  });
}

async function create(github: GitHub, { branch, title, body }: OpenPull, base: string): Promise<number> {
  const { owner, repo } = github;
  try {
    const { data } = await github.request('POST /repos/{owner}/{repo}/pulls', {
      owner,
      repo,
      head: branch,
      base,
      title,
      body,
      request: { retries: 0 },
    });
    return data.number;
  } catch (error) {
    if (isHeld(error)) throw error;
    const there = isAmbiguous(error) || statusOf(error) === 422 ? await findPull(github, branch) : undefined;
    if (there === undefined) throw new Error(failureWords(error), { cause: error });
    return there;
  }
}
