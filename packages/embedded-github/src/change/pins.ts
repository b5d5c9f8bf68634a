// Pinned issues of a repository.
import type { Account } from '../model/account.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { announceIssue } from './announce-issue.ts';

const MOST_PINNED = 3;

export function pinIssue(world: World, sender: Account, issue: Issue): void {
  const { repo } = issue;
  if (repo.pinned.some((pin) => pin.issue === issue)) throw Refusal.unprocessable('Issue is already pinned');
  if (repo.pinned.length >= MOST_PINNED)
    throw Refusal.unprocessable(`Maximum ${MOST_PINNED} pinned issues per repository`);
  repo.pinned = [...repo.pinned, { id: world.nextId(), issue, by: sender }];
  announceIssue(world, sender, issue, 'pinned');
}

export function unpinIssue(world: World, sender: Account, issue: Issue): void {
  const { repo } = issue;
  if (!repo.pinned.some((pin) => pin.issue === issue)) throw Refusal.unprocessable('Issue is not pinned');
  repo.pinned = repo.pinned.filter((pin) => pin.issue !== issue);
  announceIssue(world, sender, issue, 'unpinned');
}
