// Brings a pull request of ours up to date with its checkboxes: the file first, then the text that tells of it.
import type { UpdatePull } from '../../domain/pull-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { sameText } from '../../text/same-text.ts';
import type { GitHub } from '../client.ts';
import { putFile } from './put-file.ts';
import type { World } from './world.ts';

/** A run that breaks off in between leaves the text as it was: the next one finds the file written. */
export async function updatePull(world: World, operation: UpdatePull): Promise<Written> {
  const { number, file } = operation;
  const before = await look(world.github, operation);
  if (before !== undefined) return { ...before, number };
  if (file !== undefined) {
    const written = await putFile(world, { kind: 'put-file', ...file });
    if (written.outcome !== 'done' && written.outcome !== 'already') return { ...written, number };
    const meanwhile = await look(world.github, operation);
    if (meanwhile !== undefined) return { ...meanwhile, number };
  }
  const { owner, repo, request } = world.github;
  await request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: number,
    body: operation.body,
  });
  return { outcome: 'done', number };
}

/** Why nothing is written, since somebody was here in between; undefined while all is as it was seen. */
async function look(
  { request, owner, repo }: GitHub,
  { number, body, seen }: UpdatePull,
): Promise<Written | undefined> {
  const { data } = await request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: number,
  });
  if (data.state !== 'open') return { outcome: 'already', detail: 'it was closed in the meantime' };
  const now = data.body ?? '';
  if (sameText(now, body)) return { outcome: 'already' };
  if (sameText(now, seen)) return undefined;
  return { outcome: 'soft', detail: 'its text was edited in the same moment; the next run looks again' };
}
