// Folds a comment of ours away, unless what takes its place could not be made.
import type { MinimiseComment } from '../../domain/pull-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { type Writer, eachAlone } from './writer.ts';
import type { World } from './world.ts';

export async function minimiseComment(
  world: World,
  { number, nodeId, reason }: MinimiseComment,
  writes: Writer = eachAlone(world),
): Promise<Written> {
  if (world.silent.has(number))
    return { outcome: 'not-tried', number, detail: 'the comment that replaces it could not be created' };
  await writes.fold({ nodeId, reason });
  return { outcome: 'done', number };
}
