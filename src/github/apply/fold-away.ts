// Folds comments of ours away that were begun a second time, once the older one says all that they say.
import { readMarker } from '../../text/marker.ts';
import { statusOf } from '../failure.ts';
import { MINIMISE } from './writer.ts';
import { type OwnComment, readOwnComment } from './read-own-comment.ts';
import { type World, know } from './world.ts';

export type Younger = OwnComment & { readonly id: number };

/** Those that are still there and still carry the key, as they are now. */
export async function readYounger(world: World, ids: readonly number[], key: string): Promise<Younger[]> {
  const younger: Younger[] = [];
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    const read = await unlessGone(() => readOwnComment(world, id));
    if (read !== undefined && readMarker(read.text) === key) younger.push({ ...read, id });
  }
  return younger;
}

/** `folded` makes from a text what stands there once it counts no more. */
export async function foldAway(
  world: World,
  younger: readonly Younger[],
  folded: (text: string) => string,
): Promise<void> {
  for (const { id, nodeId, current } of younger) {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    await overwrite(world, id, current, folded(current));
    // oxlint-disable-next-line no-await-in-loop -- see above
    await world.github.graphql(MINIMISE, { id: nodeId, classifier: 'DUPLICATE' });
  }
}

/** A comment of ours gets another text, unless it has it. */
export async function overwrite(
  world: World,
  commentId: number,
  before: string,
  body: string,
): Promise<void> {
  if (body === before) return;
  const { owner, repo, request } = world.github;
  const place = { owner, repo, comment_id: commentId };
  await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, body });
  know(world, commentId, body);
}

async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
