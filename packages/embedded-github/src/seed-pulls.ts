// Opens the pull requests of a seed: their branches in the emulator, everything else at once.
import { permissionOf } from './actor.ts';
import { newCheckRun, suiteOf } from './change/check-runs.ts';
import { compare } from './change/compare.ts';
import { findLabel, newLabel } from './change/labels.ts';
import { newMilestone } from './change/milestones.ts';
import { newIssue } from './change/new-issue.ts';
import { sizeOf } from './change/refresh-pull.ts';
import { newReview } from './change/reviews.ts';
import { ACTIONS_APP } from './change/run-jobs.ts';
import { type Base, askEmulator, baseAt, writeCommit } from './commit-files.ts';
import { ACTIONS_BOT } from './emulator-seed.ts';
import { forkBranch } from './forks.ts';
import type { Account, Team } from './model/account.ts';
import type { PullFacts } from './model/pull.ts';
import type { Issue, Milestone, Repo } from './model/repo.ts';
import type { World } from './model/world.ts';
import { newStatus } from './change/new-status.ts';
import type { Json } from './model/json-object.ts';
import type { PullSeed, RepoSeed } from './seed.ts';

/** Pull requests whose branches are written side by side. */
const AT_ONCE = 25;

/** Nothing is announced: they were there before anybody listened. */
export async function seedPulls(
  world: World,
  repo: Repo,
  { pulls = [], ...ground }: Pick<RepoSeed, 'pulls' | 'files' | 'branches'>,
): Promise<void> {
  const bases = new Map<string, Promise<Base>>();
  const baseOf = (branch: string): Promise<Base> => {
    const found = bases.get(branch) ?? baseAt(world.emulator, `/repos/${repo.fullName}`, branch);
    bases.set(branch, found);
    return found;
  };
  for (let from = 0; from < pulls.length; from += AT_ONCE) {
    const batch = pulls.slice(from, from + AT_ONCE);
    // oxlint-disable no-await-in-loop -- in the order of their numbers
    const heads = await Promise.all(
      batch.map(async (pull, index) =>
        pushHead(world, repo, pull, await baseOf(pull.base ?? repo.defaultBranch), from + index + 1),
      ),
    );
    const opened: Opened[] = [];
    for (const [index, seed] of batch.entries()) {
      const head = heads[index];
      if (head !== undefined) opened.push(await open(world, repo, seed, head));
    }
    await Promise.all(opened.map((one) => settle(world, repo, ground, one)));
    // oxlint-enable no-await-in-loop
  }
}

interface Head {
  readonly branch: string;
  readonly fork: Account | undefined;
}

async function pushHead(
  { emulator, accounts }: World,
  repo: Repo,
  seed: PullSeed,
  base: Base,
  turn: number,
): Promise<Head> {
  const path = `/repos/${repo.fullName}`;
  const author = named(accounts, seed.author);
  const own = ['write', 'maintain', 'admin'].includes(permissionOf(repo, author.login));
  const branch = own ? `change-${turn}` : forkBranch(author.login, `change-${turn}`);
  const files = Object.fromEntries(seed.files.map((file) => [file, `${seed.title}\n`]));
  const commit = { message: seed.title, files, at: seed.createdAt };
  const { commit: sha } = await writeCommit(emulator, path, base, commit);
  await askEmulator(emulator, 'POST', `${path}/git/refs`, { ref: `refs/heads/${branch}`, sha });
  return { branch, fork: own ? undefined : author };
}

interface Opened {
  readonly seed: PullSeed;
  readonly issue: Issue;
  readonly pull: PullFacts;
}

async function open(world: World, repo: Repo, seed: PullSeed, { branch, fork }: Head): Promise<Opened> {
  const { title, draft = false, body = null, base = repo.defaultBranch } = seed;
  const wish = { title, head: branch, base, body, draft };
  const json = await askEmulator(world.emulator, 'POST', `/repos/${repo.fullName}/pulls`, wish);
  const asked = {
    people: (seed.people ?? []).map((login) => named(world.accounts, login)),
    teams: (seed.teams ?? []).map((slug): Team => named(world.teams, slug)),
  };
  const pull: PullFacts = { json, merge: null, fork, reviews: [], asked };
  const { id, number } = json as { id: number; number: number };
  const { createdAt } = seed;
  const author = named(world.accounts, seed.author);
  const issue = newIssue(world, repo, author, { id, number, title, body, pull, createdAt });
  issue.labels = (seed.labels ?? []).map((name) => findLabel(repo, name) ?? newLabel(world, repo, { name }));
  issue.milestone = seed.milestone === undefined ? null : milestoneOf(world, repo, author, seed.milestone);
  return { seed, issue, pull };
}

/** What can be done side by side once the numbers are given. */
async function settle(
  world: World,
  repo: Repo,
  ground: Ground,
  { seed, issue, pull }: Opened,
): Promise<void> {
  const { base, head } = pull.json as { base: { sha: string }; head: { sha: string } };
  for (const { author, state, at = issue.createdAt } of seed.reviews ?? []) {
    newReview(world, pull, { author: named(world.accounts, author), state, body: '' }, at);
    issue.updatedAt = at;
  }
  for (const { context, state } of seed.statuses ?? [])
    newStatus(world, repo, { sha: head.sha, context, state, creator: named(world.accounts, ACTIONS_BOT) });
  for (const { name, conclusion = null } of seed.checks ?? []) check(world, repo, head.sha, name, conclusion);
  pull.json = { ...pull.json, ...(await sizeBetween(world, repo, ground, { seed, base, head })) };
}

type Ground = Pick<RepoSeed, 'files' | 'branches'>;

interface Ends {
  readonly seed: PullSeed;
  readonly base: { readonly sha: string };
  readonly head: { readonly sha: string };
}

/** New files of a line each need no look: one at each of thousands would take longer than all the rest. */
async function sizeBetween(
  world: World,
  repo: Repo,
  { files, branches = {} }: Ground,
  { seed, base, head }: Ends,
): Promise<Json | undefined> {
  const known = [files, ...Object.values(branches)];
  const paths = new Set(seed.files);
  const isNew = (path: string): boolean =>
    !path.startsWith('changes/') && known.every((one) => !Object.hasOwn(one, path));
  if (paths.size > 0 && paths.size < 100 && !seed.title.includes('\n') && [...paths].every(isNew))
    return { commits: 1, changed_files: paths.size, additions: paths.size, deletions: 0 };
  const between = await compare(world, repo, base.sha, head.sha);
  return between && sizeOf(between);
}

function check(world: World, repo: Repo, sha: string, name: string, conclusion: string | null): void {
  const status = conclusion === null ? 'in_progress' : 'completed';
  newCheckRun(world, repo, suiteOf(world, repo, ACTIONS_APP, sha), { name, status, conclusion });
}

function milestoneOf(world: World, repo: Repo, creator: Account, title: string): Milestone {
  const known = [...repo.milestones.values()].find((milestone) => milestone.title === title);
  return known ?? newMilestone(world, repo, creator, { title });
}

function named<T>(known: ReadonlyMap<string, T>, name: string): T {
  const found = known.get(name.toLowerCase());
  if (found === undefined) throw new Error(`the seed has no ${name}`);
  return found;
}
