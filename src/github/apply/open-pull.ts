// Opens a pull request that changes one file; every step may have been done by a run that broke off.
import type { OpenPull } from '../../domain/pull-operation.ts';
import { WAITING_CHECKS } from '../../text/waiting-checks.ts';
import { isWorkflow } from '../accounts.ts';
import { failureWords, isRefusal, statusOf } from '../failure.ts';
import type { GitHub } from '../client.ts';
import type { Written } from '../../domain/outcome.ts';
import { sendOrFind } from './send-or-find.ts';
import { type World, holdBack } from './world.ts';

export async function openPull(world: World, operation: OpenPull): Promise<Written> {
  const release = holdBack(world, operation.entry);
  try {
    const written = await open(world.github, withWait(operation, world.setting.accounts));
    world.pulls.set(operation.branch, written.number);
    release();
    return written;
  } catch (error) {
    // Nobody asked for it, so nobody waits for it: what depends on it goes on without.
    if (operation.unasked !== true || !isRefusal(error)) throw error;
    world.pulls.set(operation.branch, 'refused');
    release();
    return { outcome: 'soft', detail: failureWords(error) };
  }
}

/** The answer to whoever asked for it is the pull request: it says what its merge waits for. */
function withWait(operation: OpenPull, accounts: readonly string[]): OpenPull {
  return isWorkflow(accounts) ? { ...operation, body: `${operation.body}\n\n${WAITING_CHECKS}` } : operation;
}

async function open(github: GitHub, operation: OpenPull): Promise<Written & { readonly number: number }> {
  const { owner, repo } = github;
  const there = await findPull(github, operation);
  if (there !== undefined) return { outcome: 'already', number: there };
  const { data: repository } = await github.request('GET /repos/{owner}/{repo}', { owner, repo });
  const base = operation.base ?? repository.default_branch;
  await makeBranch(github, base, operation.branch);
  await writeFile(github, operation);
  return { outcome: 'done', number: await create(github, operation, base) };
}

/** An open one; for a proposal that nobody asked for a closed one counts too. */
async function findPull(
  { request, owner, repo }: GitHub,
  { branch, unasked }: OpenPull,
): Promise<number | undefined> {
  const { data } = await request('GET /repos/{owner}/{repo}/pulls', {
    owner,
    repo,
    state: unasked === true ? 'all' : 'open',
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

async function writeFile(github: GitHub, operation: OpenPull): Promise<void> {
  const { request, owner, repo } = github;
  const { branch, path, title, content } = operation;
  const file = await readFile(github, operation);
  if (file.isWritten) return;
  try {
    await request('PUT /repos/{owner}/{repo}/contents/{path}', {
      owner,
      repo,
      path,
      branch,
      message: title,
      content: encoded(content),
      ...(file.sha === undefined ? {} : { sha: file.sha }),
    });
  } catch (error) {
    // Another run may have written the same in the same moment.
    if (statusOf(error) !== 409 || !(await readFile(github, operation)).isWritten) throw error;
  }
}

interface FoundFile {
  readonly sha?: string;
  readonly isWritten: boolean;
}

async function readFile(github: GitHub, operation: OpenPull): Promise<FoundFile> {
  try {
    return await readOld(github, operation);
  } catch (error) {
    if (operation.isNew !== true || statusOf(error) !== 404) throw error;
    return { isWritten: false };
  }
}

async function readOld(
  { request, owner, repo }: GitHub,
  { branch, path, content, isNew }: OpenPull,
): Promise<FoundFile> {
  const { data } = await request('GET /repos/{owner}/{repo}/contents/{path}', {
    owner,
    repo,
    path,
    ref: branch,
  });
  if (Array.isArray(data) || data.type !== 'file') throw new Error(`${path} is no file`);
  const isWritten = isNew === true || data.content.replaceAll(/\s/g, '') === encoded(content);
  return { sha: data.sha, isWritten };
}

function encoded(content: string): string {
  return Buffer.from(content, 'utf8').toString('base64');
}

async function create(github: GitHub, operation: OpenPull, base: string): Promise<number> {
  const { owner, repo } = github;
  const { branch, title, body } = operation;
  const send = async (): Promise<number> => {
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
  };
  try {
    return await sendOrFind(send, () => findPull(github, operation));
  } catch (error) {
    const there = statusOf(error) === 422 ? await findPull(github, operation) : undefined;
    if (there !== undefined) return there;
    throw error;
  }
}
