// Deletes an issue with everything that hangs on it.
import type { Account } from '../model/account.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { announceIssue } from './announce-issue.ts';

/** The number is never used again. */
export function deleteIssue(world: World, sender: Account, issue: Issue): void {
  const { repo, parent } = issue;
  repo.issues.delete(issue.number);
  repo.pinned = repo.pinned.filter((pin) => pin.issue !== issue);
  for (const comment of issue.comments) repo.comments.delete(comment.id);
  if (parent !== null) parent.subIssues.splice(parent.subIssues.indexOf(issue), 1);
  for (const sub of issue.subIssues) sub.parent = null;
  for (const other of repo.issues.values()) {
    const at = other.blockedBy.indexOf(issue);
    if (at >= 0) other.blockedBy.splice(at, 1);
  }
  announceIssue(world, sender, issue, 'deleted');
}
