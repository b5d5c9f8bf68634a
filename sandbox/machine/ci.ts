// What GitHub's API tells about the release branches: their newest commits, and how each job came out.
import { branchesOf } from '../../src/domain/release-line.ts';
import type { Release } from '../../src/domain/release.ts';
import type { EmbeddedGitHub, Person } from '../../packages/embedded-github/src/index.ts';
import { REPOSITORY } from '../scenarios/repository.ts';

/** Commits that are shown. */
const COMMITS = 8;

export interface CiBranch {
  readonly branch: string;
  /** Newest first; undefined while there is no such branch. */
  readonly commits: readonly CiCommit[] | undefined;
}

export interface CiCommit {
  readonly sha: string;
  /** The first line of its message. */
  readonly title: string;
  /** GitHub's timestamp. */
  readonly at: string;
  /** By name, the newest run of each. */
  readonly jobs: readonly CiJob[];
}

export interface CiJob {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  /** It failed on this commit before it passed. */
  readonly wasRed: boolean;
}

/** The branches that the config names, in the order of their releases. */
export async function observeCi(
  github: EmbeddedGitHub,
  releases: readonly Pick<Release, 'version' | 'branch' | 'lines'>[],
): Promise<readonly CiBranch[]> {
  const names = [...new Set(releases.flatMap(branchesOf))];
  const person = github.as('alice');
  return Promise.all(names.map(async (branch) => ({ branch, commits: await commitsOf(person, branch) })));
}

interface CommitJson {
  readonly sha: string;
  readonly commit: { readonly message: string; readonly committer: { readonly date: string } };
}

async function commitsOf(person: Person, branch: string): Promise<readonly CiCommit[] | undefined> {
  const ref = await person.request('GET', `${REPOSITORY.path}/git/ref/heads/${branch}`);
  if (ref.status !== 200) return undefined;
  const query = new URLSearchParams({ sha: branch, per_page: String(COMMITS) });
  const { json } = await person.request('GET', `${REPOSITORY.path}/commits?${query.toString()}`);
  return Promise.all(
    (json as CommitJson[]).map(async ({ sha, commit }) => ({
      sha,
      title: commit.message.split('\n', 1)[0] ?? '',
      at: commit.committer.date,
      jobs: await jobsOf(person, sha),
    })),
  );
}

interface RunJson {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
}

async function jobsOf(person: Person, sha: string): Promise<readonly CiJob[]> {
  const path = `${REPOSITORY.path}/commits/${sha}/check-runs?per_page=100&filter=all`;
  const { check_runs: runs } = (await person.request('GET', path)).json as { check_runs: RunJson[] };
  const byName = new Map<string, RunJson[]>();
  for (const run of runs.toSorted((a, b) => a.id - b.id))
    byName.set(run.name, [...(byName.get(run.name) ?? []), run]);
  return [...byName]
    .map(([name, all]) => ({
      name,
      status: all.at(-1)?.status ?? '',
      conclusion: all.at(-1)?.conclusion ?? null,
      wasRed: all.at(-1)?.conclusion === 'success' && all.some(({ conclusion }) => conclusion === 'failure'),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
