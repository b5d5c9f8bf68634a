// What lies between two commits, as the emulator's git tells it.
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';

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

type Git = Pick<World, 'emulator'>;

/** What lies between two commits never changes, so it is asked for once. */
const compared = new WeakMap<Repo, Map<string, Promise<Comparison | undefined>>>();

/** What `head` has that `base` has not; undefined when one of them does not exist. */
export function compare(git: Git, repo: Repo, base: string, head: string): Promise<Comparison | undefined> {
  if (!isCommit(base) || !isCommit(head)) return askForComparison(git, repo, base, head);
  const known = compared.get(repo) ?? new Map<string, Promise<Comparison | undefined>>();
  compared.set(repo, known);
  const key = `${base} ${head}`;
  const found = known.get(key) ?? askForComparison(git, repo, base, head);
  known.set(key, found);
  return found;
}

async function askForComparison(
  { emulator }: Git,
  repo: Repo,
  base: string,
  head: string,
): Promise<Comparison | undefined> {
  const path = `/repos/${repo.fullName}/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
  const { json, status } = await emulator.send({ method: 'GET', path });
  return status === 200 ? (json as Comparison) : undefined;
}

function isCommit(name: string): boolean {
  return /^[0-9a-f]{40}$/.test(name);
}

/** Heads of branches, which hold as long as the emulator stays as it is. */
const heads = new WeakMap<
  Repo,
  { readonly writes: number; readonly byBranch: Map<string, Promise<string | undefined>> }
>();

/** The commit that a branch, or a tag, points to; undefined when there is no such thing. */
export function headOf(
  { emulator }: Git,
  repo: Repo,
  branch: string,
  kind: 'heads' | 'tags' = 'heads',
): Promise<string | undefined> {
  const name = `${kind}/${branch}`;
  const { writes } = emulator;
  let known = heads.get(repo);
  if (known?.writes !== writes) {
    known = { writes, byBranch: new Map() };
    heads.set(repo, known);
  }
  const found = known.byBranch.get(name) ?? askForHead({ emulator }, repo, name);
  known.byBranch.set(name, found);
  return found;
}

async function askForHead({ emulator }: Git, repo: Repo, name: string): Promise<string | undefined> {
  const path = `/repos/${repo.fullName}/git/ref/${name}`;
  const { json } = await emulator.send({ method: 'GET', path });
  return (json as { object?: { sha?: string } } | undefined)?.object?.sha;
}
