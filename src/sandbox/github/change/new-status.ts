// A new status of a commit.
import type { CommitStatus, Repo, World } from '../model.ts';

export type NewStatus = Pick<CommitStatus, 'sha' | 'context' | 'state' | 'creator'> &
  Partial<Pick<CommitStatus, 'description' | 'targetUrl'>>;

export function newStatus(world: World, repo: Repo, from: NewStatus): CommitStatus {
  const status = { description: null, targetUrl: null, ...from, id: world.nextId(), at: world.now() };
  repo.statuses.push(status);
  return status;
}
