// Reads a file or a folder at some commit.
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';

/** A file or the list of a folder; undefined when there is nothing. */
export async function contentsAt(world: World, repo: Repo, ref: string, file: string): Promise<unknown> {
  const path = file.split('/').map(encodeURIComponent).join('/');
  const target = `/repos/${repo.fullName}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const { json, status } = await world.emulator.send({ method: 'GET', path: target });
  return status === 200 ? json : undefined;
}
