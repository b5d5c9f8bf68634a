// Puts the commits of a seed on their branches, with what CI said of each.
import { emailOf } from './change/announce-push.ts';
import { newStatus } from './change/new-status.ts';
import { runJobs } from './change/run-jobs.ts';
import type { JobWord } from './job-words.ts';
import { type Base, askEmulator, baseAt, writeCommit } from './commit-files.ts';
import { ACTIONS_BOT } from './emulator-seed.ts';
import type { Account } from './model/account.ts';
import type { Repo } from './model/repo.ts';
import type { World } from './model/world.ts';
import type { CommitSeed } from './seed.ts';

/** In their order. Nothing is announced: they were there before anybody listened. */
export async function seedCommits(world: World, repo: Repo, commits: readonly CommitSeed[]): Promise<void> {
  const path = `/repos/${repo.fullName}`;
  const bases = new Map<string, Base>();
  for (const [turn, seed] of commits.entries()) {
    const branch = seed.branch ?? repo.defaultBranch;
    // oxlint-disable no-await-in-loop -- one commit on the other
    const base = bases.get(branch) ?? (await baseAt(world.emulator, path, branch));
    const { message = `Change ${turn + 1}`, author: login, at = world.now() } = seed;
    const files = { [`changes/${branch}/${turn + 1}.txt`]: `${message}\n` };
    const who = login === undefined ? undefined : signatureOf(world, login);
    const commit = await writeCommit(world.emulator, path, base, { message, files, who, at });
    bases.set(branch, commit);
    await seedChecks(world, repo, { ...seed, at }, branch, commit.commit);
    // oxlint-enable no-await-in-loop
  }
  for (const [branch, { commit: sha }] of bases) {
    // oxlint-disable-next-line no-await-in-loop -- a few
    await askEmulator(world.emulator, 'PATCH', `${path}/git/refs/heads/${branch}`, { sha });
  }
}

/** The first words of all jobs are the first attempt, and so on. */
async function seedChecks(
  world: World,
  repo: Repo,
  seed: CommitSeed & { readonly at: string },
  branch: string,
  commit: string,
): Promise<void> {
  const { jobs = {}, statuses = {}, workflow, at } = seed;
  const attempts = Object.entries(jobs).map(([name, words]) => [name, [words].flat()] as const);
  const most = Math.max(0, ...attempts.map(([, words]) => words.length));
  let run: number | undefined;
  for (let attempt = 0; attempt < most; attempt++) {
    const now = Object.fromEntries(
      attempts.flatMap(([name, words]): [string, JobWord][] => {
        const word = words[attempt];
        return word === undefined ? [] : [[name, word]];
      }),
    );
    const artifacts = attempt === most - 1 ? seed.artifacts : undefined;
    const order = { branch, commit, workflow, jobs: now, at: later(at, attempt + 1), run, artifacts };
    // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
    run = await runJobs(world, repo, order, true);
  }
  const creator = accountOf(world, ACTIONS_BOT);
  for (const [context, state] of Object.entries(statuses))
    newStatus(world, repo, { sha: commit, context, state, creator, at: later(at, 1) });
}

/** Each attempt takes half an hour. */
function later(at: string, attempt: number): string {
  return new Date(Date.parse(at) + attempt * 1_800_000).toISOString().replace('.000Z', 'Z');
}

function signatureOf(world: World, login: string): { name: string; email: string } {
  const account = accountOf(world, login);
  return { name: account.name ?? account.login, email: emailOf(account) };
}

function accountOf({ accounts }: World, login: string): Account {
  const account = accounts.get(login.toLowerCase());
  if (account === undefined) throw new Error(`the seed has no ${login}`);
  return account;
}
