// REST's form of a repository: the emulator's, with the counts and rights that we keep.
import { type Actor, may } from '../actor.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { accountJson } from './account-json.ts';

export function repoJson(world: World, repo: Repo, actor?: Actor): Json {
  const open = [...repo.issues.values()].filter((issue) => issue.state === 'open').length;
  return {
    ...repo.base,
    owner: accountJson(world, repo.owner),
    network_count: 0,
    subscribers_count: 0,
    open_issues: open,
    open_issues_count: open,
    ...(actor === undefined
      ? {}
      : {
          permissions: {
            admin: may(actor, repo, 'contents', 'admin'),
            maintain: may(actor, repo, 'contents', 'maintain'),
            push: may(actor, repo, 'contents', 'write'),
            triage: may(actor, repo, 'contents', 'triage'),
            pull: may(actor, repo, 'metadata', 'read'),
          },
        }),
  };
}

/** The answer about the repository itself, which alone tells so much. */
export function wholeRepoJson(world: World, repo: Repo, actor: Actor): Json {
  const owner = accountJson(world, repo.owner);
  return {
    ...repoJson(world, repo, actor),
    web_commit_signoff_required: false,
    temp_clone_token: '',
    allow_update_branch: false,
    use_squash_pr_title_as_default: false,
    ...(repo.owner.type === 'Organization' ? { organization: owner } : {}),
  };
}
