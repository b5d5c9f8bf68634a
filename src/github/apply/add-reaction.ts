// Answers a comment with commands: 👍 when all of it happened, else 😕 and what kept it from happening.
import type { AddReaction } from '../../domain/operation.ts';
import { sendOnce } from './send-once.ts';
import type { Written } from '../../domain/outcome.ts';
import type { World } from './world.ts';

/** GitHub keeps one reaction of a kind per account. The comment goes first: a reaction says that all is told. */
export async function addReaction(
  world: World,
  { commentId, content, entry, excuse }: AddReaction,
): Promise<Written> {
  if (world.unwritten.has(entry) || world.postponed.has(entry))
    return { outcome: 'not-tried', detail: 'what it says could not be written; the next run answers it' };
  const withheld = world.withheld.has(entry);
  if (withheld && excuse !== undefined) await sendOnce(world, excuse.number, excuse.key, excuse.body);
  const { owner, repo } = world.github;
  await world.github.request('POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', {
    owner,
    repo,
    comment_id: commentId,
    content: withheld ? 'confused' : content,
  });
  return { outcome: 'done' };
}
