// Makes a pull request a draft, or ready for review.
import { type Actor, accountOf, mayOnIssue, refusalFor } from '../actor.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { announceIssue } from './announce-issue.ts';
import { refreshPull } from './refresh-pull.ts';

/** Its author may, and whoever may write. */
export async function setDraft(world: World, actor: Actor, issue: Issue, draft: boolean): Promise<void> {
  const { pull } = issue;
  const sender = accountOf(actor);
  if (pull === null) throw Refusal.notFound();
  if (issue.author !== sender && !mayOnIssue(actor, issue, 'write'))
    throw refusalFor(actor, 'Must have admin rights to Repository.');
  if (issue.state === 'closed') throw Refusal.unprocessable('Pull request is closed');
  if ((pull.json['draft'] === true) === draft) return;
  const path = `/repos/${issue.repo.fullName}/pulls/${issue.number}`;
  await world.emulator.send({ method: 'PATCH', path, body: { draft } });
  await refreshPull(world, issue, pull);
  issue.updatedAt = world.now();
  announceIssue(world, sender, issue, draft ? 'converted_to_draft' : 'ready_for_review');
}
