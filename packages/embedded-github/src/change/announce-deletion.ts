// What follows when a branch is deleted: its event, and the end of open pull requests from it.
import { announce } from '../announce.ts';
import type { Account } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { changeState } from './change-issue.ts';

export function announceDeletion(world: World, repo: Repo, sender: Account, branch: string): void {
  announce(world, repo, sender, 'delete', { ref: branch, ref_type: 'branch', pusher_type: 'user' });
  for (const issue of repo.issues.values()) {
    const { pull } = issue;
    if (pull === null || pull.fork !== undefined || (pull.json['head'] as Json)['ref'] !== branch) continue;
    changeState(world, sender, issue, 'closed');
  }
}
