// A new status of a commit.
import type { CommitStatus } from '../model/pull.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';

export type NewStatus = Pick<CommitStatus, 'sha' | 'context' | 'state' | 'creator'> &
  Partial<Pick<CommitStatus, 'description' | 'targetUrl' | 'at'>>;

export function newStatus(world: World, repo: Repo, from: NewStatus): CommitStatus {
  const status = { description: null, targetUrl: null, at: world.now(), ...from, id: world.nextId() };
  repo.statuses.push(status);
  return status;
}
