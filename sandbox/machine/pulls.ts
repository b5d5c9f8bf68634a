// What GitHub's API tells about each pull request: its branches, files, reviews and check runs.
import type { ApiRequest, EmbeddedGitHub, Person } from '../../packages/embedded-github/src/index.ts';
import type { CheckState } from './check-state.ts';
import { observeStatuses } from './observe-statuses.ts';
import { REPOSITORY } from '../scenarios/repository.ts';

export interface PullState {
  readonly number: number;
  readonly draft: boolean;
  readonly head: string;
  readonly base: string;
  readonly merged: { readonly at: string; readonly by: string } | null;
  /** Who was asked for a review and has not given one. */
  readonly reviewers: readonly string[];
  readonly reviews: readonly ReviewState[];
  readonly files: readonly FileState[];
  /** The newest run of each name, and the newest status of each context. */
  readonly checks: readonly CheckState[];
}

export interface ReviewState {
  readonly author: string;
  /** `approved`, `changes_requested`, `commented` or `dismissed`. */
  readonly state: string;
  readonly body: string;
  readonly at: string;
}

export interface FileState {
  readonly path: string;
  readonly status: string;
  readonly additions: number;
  readonly deletions: number;
  /** Unified, without the head of the file; empty for what is no text. */
  readonly patch: string;
}

export interface PullBook {
  /** By number; asked for again only when branches, reviews or checks may have changed since. */
  now(): Promise<ReadonlyMap<number, PullState>>;
}

export function createPullBook(github: EmbeddedGitHub): PullBook {
  let known: ReadonlyMap<number, PullState> = new Map();
  let seen = -1;
  return {
    now: async () => {
      const writes = github.journal.filter(concernsPulls).length;
      if (writes === seen) return known;
      const numbers = (github.state()[0]?.issues ?? [])
        .filter(({ pull }) => pull)
        .map(({ number }) => number);
      const pulls = await Promise.all(numbers.map((number) => observePull(github.as('alice'), number)));
      known = new Map(pulls.map((pull) => [pull.number, pull]));
      seen = writes;
      return known;
    },
  };
}

/** What issues hold (texts, labels, comments) is known without asking. */
function concernsPulls({ write, path, body }: ApiRequest): boolean {
  if (!write) return false;
  if (path === '/graphql') return JSON.stringify(body).includes('PullRequest');
  return /\/(?:pulls|check-runs|statuses|contents|git)(?:\/|$)/.test(path);
}

interface PullJson {
  readonly draft: boolean;
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
  readonly merged_at: string | null;
  readonly merged_by: { readonly login: string } | null;
  readonly requested_reviewers: readonly { readonly login: string }[];
  readonly requested_teams: readonly { readonly slug: string }[];
}

interface ReviewJson {
  readonly user: { readonly login: string };
  readonly state: string;
  readonly body: string | null;
  readonly submitted_at: string;
}

async function observePull(person: Person, number: number): Promise<PullState> {
  const read = async <T>(path: string): Promise<T> =>
    (await person.request('GET', `${REPOSITORY.path}/${path}`)).json as T;
  const pull = await read<PullJson>(`pulls/${number}`);
  const [reviews, files, checks, statuses] = await Promise.all([
    read<ReviewJson[]>(`pulls/${number}/reviews?per_page=100`),
    read<(Omit<FileState, 'path' | 'patch'> & { filename: string; patch?: string })[]>(
      `pulls/${number}/files?per_page=100`,
    ),
    observeChecks(read, pull.head.sha),
    observeStatuses(read, pull.head.sha),
  ]);
  const { merged_at: at, merged_by: by } = pull;
  return {
    number,
    draft: pull.draft,
    head: pull.head.ref,
    base: pull.base.ref,
    merged: at === null ? null : { at, by: by?.login ?? '' },
    reviewers: [
      ...pull.requested_reviewers.map(({ login }) => login),
      ...pull.requested_teams.map(({ slug }) => slug),
    ],
    reviews: reviews.map(({ user, state, body, submitted_at: given }) => ({
      author: user.login,
      state: state.toLowerCase(),
      body: body ?? '',
      at: given,
    })),
    files: files.map(({ filename, status, additions, deletions, patch = '' }) => ({
      path: filename,
      status,
      additions,
      deletions,
      patch,
    })),
    checks: [...checks, ...statuses],
  };
}

interface RunJson {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly output: { title: string | null; summary: string | null; annotations_count: number };
}

interface AnnotationJson {
  readonly path: string;
  readonly start_line: number;
  readonly annotation_level: string;
  readonly title: string | null;
  readonly message: string;
}

async function observeChecks(
  read: <T>(path: string) => Promise<T>,
  sha: string,
): Promise<readonly CheckState[]> {
  const { check_runs: runs } = await read<{ check_runs: RunJson[] }>(
    `commits/${sha}/check-runs?per_page=100`,
  );
  const newest = new Map(runs.toSorted((a, b) => a.id - b.id).map((run) => [run.name, run]));
  return Promise.all(
    [...newest.values()].map(async ({ id, name, status, conclusion, output }) => {
      const annotations =
        output.annotations_count === 0
          ? []
          : await read<AnnotationJson[]>(`check-runs/${id}/annotations?per_page=100`);
      return {
        name,
        status,
        conclusion,
        title: output.title ?? '',
        summary: output.summary ?? '',
        annotations: annotations.map((each) => ({
          path: each.path,
          line: each.start_line,
          level: each.annotation_level,
          title: each.title ?? '',
          message: each.message,
        })),
      };
    }),
  );
}
