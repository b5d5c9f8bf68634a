// What lies between two commits, as the emulator's git tells it.
import type { Json, Repo, World } from '../model.ts';

/** A file that differs, in REST's form; `patch` is absent for what is no text. */
export interface FileDiff {
  readonly sha: string;
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
  readonly patch?: string;
}

export interface Comparison {
  /** Where the two parted. */
  readonly merge_base_commit: { readonly sha: string };
  /** What has changed since then. */
  readonly files: readonly FileDiff[];
  /** Commits of the head that the base lacks, oldest first. */
  readonly commits: readonly Json[];
}

/** What `head` has that `base` has not; undefined when one of them does not exist. */
export async function compare(
  world: World,
  repo: Repo,
  base: string,
  head: string,
): Promise<Comparison | undefined> {
  const path = `/repos/${repo.fullName}/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
  const { json, status } = await world.emulator.send({ method: 'GET', path });
  return status === 200 ? (json as Comparison) : undefined;
}

/** The commit that a branch points to; undefined when there is no such branch. */
export async function headOf(world: World, repo: Repo, branch: string): Promise<string | undefined> {
  const path = `/repos/${repo.fullName}/git/ref/heads/${branch}`;
  const { json } = await world.emulator.send({ method: 'GET', path });
  return (json as { object?: { sha?: string } } | undefined)?.object?.sha;
}
