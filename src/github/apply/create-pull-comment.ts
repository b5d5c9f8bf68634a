// Makes a comment on a pull request, unless one with its key is there.
import type { CreatePullComment } from '../../domain/pull-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { type Writer, eachAlone } from './writer.ts';
import { type World, owing } from './world.ts';

/** While it is not made, the comment that it follows stays in sight. */
export async function createPullComment(
  world: World,
  { number, key, body }: CreatePullComment,
  writes: Writer = eachAlone(world),
): Promise<Written> {
  world.silent.add(number);
  const made = await owing(world, key, () => writes.make({ number, key, body }));
  world.silent.delete(number);
  return { outcome: made ? 'done' : 'already', number };
}
