// Brings the files of two sides together: a file that both changed is merged by its lines.
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import type { Comparison, FileDiff } from './compare.ts';
import { mergeLines } from './merge-lines.ts';

/** A file as it will be on the base branch. */
export interface MergedFile extends FileDiff {
  /** Instead of the blob, for a file that both sides changed. */
  readonly content?: string;
}

/** What `ours` brings to a base that `theirs` describes; undefined for a conflict. */
export async function mergeFiles(
  world: World,
  repo: Repo,
  ours: Comparison,
  theirs: Comparison,
): Promise<readonly MergedFile[] | undefined> {
  const merged = await Promise.all(
    ours.files.map(async (file) => {
      const other = theirs.files.find(({ filename }) => namesOf(file).includes(filename));
      if (other === undefined || (other.sha === file.sha && other.status === file.status)) return file;
      const content = await mergeText(world, repo, ours.merge_base_commit.sha, file, other);
      return content === undefined ? undefined : { ...file, content };
    }),
  );
  return merged.every((file) => file !== undefined) ? merged : undefined;
}

function namesOf({ filename, previous_filename: previous }: FileDiff): string[] {
  return previous === undefined ? [filename] : [filename, previous];
}

async function mergeText(
  world: World,
  repo: Repo,
  base: string,
  { filename, status, patch }: FileDiff,
  other: FileDiff,
): Promise<string | undefined> {
  if (status !== 'modified' || other.status !== 'modified') return undefined;
  if (patch === undefined || other.patch === undefined) return undefined;
  const file = filename.split('/').map(encodeURIComponent).join('/');
  const path = `/repos/${repo.fullName}/contents/${file}?ref=${base}`;
  const { json } = await world.emulator.send({ method: 'GET', path });
  const text = Buffer.from(String((json as { content?: unknown }).content), 'base64').toString('utf8');
  return mergeLines(text, patch, other.patch);
}
