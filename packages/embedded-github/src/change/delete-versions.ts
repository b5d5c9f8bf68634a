// Deletes the former versions of a comment from its history, which GitHub offers on its page only.
import { type Actor, accountOf, refusalFor, mayOnIssue } from '../actor.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';

/** The newest version stays: it is what the comment says. */
export function deleteVersions(world: World, actor: Actor, id: number): void {
  const comment = [...world.repos.values()].map(({ comments }) => comments.get(id)).find((one) => one);
  if (comment === undefined) throw Refusal.notFound();
  if (!mayOnIssue(actor, comment.issue, 'write'))
    throw refusalFor(actor, 'Must have write access to Repository.');
  for (const edit of comment.edits.slice(0, -1)) edit.deleted = { by: accountOf(actor), at: world.now() };
}
