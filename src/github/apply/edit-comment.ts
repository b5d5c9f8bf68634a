// Writes new words into a comment of ours. An edit sends no mail.
import type { EditComment } from '../../domain/pull-operation.ts';
import { statusOf } from '../failure.ts';
import type { Written } from '../../domain/outcome.ts';
import { type Writer, eachAlone } from './writer.ts';
import { type World, owing } from './world.ts';

/** While it is not written, what waits for its key waits. */
export async function editComment(
  world: World,
  { number, commentId, key, body }: EditComment,
  writes: Writer = eachAlone(world),
): Promise<Written> {
  try {
    await owing(world, key, () => writes.edit({ commentId, key, body }));
    return { outcome: 'done', number };
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    return { outcome: 'already', number, detail: 'somebody has deleted the comment' };
  }
}
