// Events about an issue, or about the pull request behind its number.
import { announce } from '../announce.ts';
import { hookIssue, hookPull } from '../json/hook-json.ts';
import { issueJson } from '../json/issue-json.ts';
import { pullJson } from '../json/pull-json.ts';
import type { Account } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';

/** Reports it as a `pull_request` event when the number is a pull request, else as `issues`. */
export function announceIssue(
  world: World,
  sender: Account,
  issue: Issue,
  action: string,
  extra: Json = {},
): void {
  if (issue.pull === null) {
    announce(world, issue.repo, sender, 'issues', {
      action,
      issue: hookIssue(issueJson(world, issue)),
      ...extra,
    });
    return;
  }
  const pull = pullJson(world, issue, issue.pull);
  announce(world, issue.repo, sender, 'pull_request', {
    action,
    number: issue.number,
    pull_request: hookPull(pull),
    ...extra,
  });
}
