// Puts a comment of ours back as one of our accounts wrote it last.
import type { PutBack } from '../../domain/operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { sameMemory } from '../../memory/same-memory.ts';
import { statusOf } from '../failure.ts';
import { readOwnComment } from './read-own-comment.ts';
import { type World, holding, know } from './world.ts';

/** Another run may have put it back by now, and written more into it: it is read right before. */
export function putBack(world: World, { number, commentId, entry }: PutBack): Promise<Written> {
  return holding(world, entry, async () => {
    const { owner, repo, request } = world.github;
    try {
      const { text, current } = await readOwnComment(world, commentId);
      if (sameMemory(text, current)) return { outcome: 'already', number };
      const place = { owner, repo, comment_id: commentId };
      await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, body: text });
      know(world, commentId, text);
      return { outcome: 'done', number };
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      return { outcome: 'already', number, detail: 'somebody has deleted the comment' };
    }
  });
}
