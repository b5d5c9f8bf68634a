// REST's form of an issue comment.
import type { Json } from '../model/json-object.ts';
import type { Comment } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { accountJson } from './account-json.ts';
import { association } from './association.ts';
import { issueUrls } from './issue-urls.ts';
import { reactionsJson } from './reactions-json.ts';

export function commentJson(world: World, comment: Comment): Json {
  const { repo } = comment.issue;
  const url = `${world.origin}/api/v3/repos/${repo.fullName}/issues/comments/${comment.id}`;
  const urls = issueUrls(world, comment.issue);
  return {
    url,
    html_url: `${urls.html}#issuecomment-${comment.id}`,
    issue_url: urls.api,
    id: comment.id,
    node_id: comment.nodeId,
    user: accountJson(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body ?? '',
    author_association: association(world, repo, comment.author),
    reactions: reactionsJson(url, comment),
    performed_via_github_app: null,
    pin:
      comment.pinned === null
        ? null
        : { pinned_at: comment.pinned.at, pinned_by: accountJson(world, comment.pinned.by) },
    minimized: comment.minimized === null ? null : { reason: comment.minimized },
  };
}
