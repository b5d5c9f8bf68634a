// REST's form of a review.
import type { Json } from '../model/json-object.ts';
import type { Review } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { accountJson } from './account-json.ts';
import { association } from './association.ts';
import { issueUrls } from './issue-urls.ts';

export function reviewJson(world: World, issue: Issue, review: Review): Json {
  const { html, repository } = issueUrls(world, issue);
  const page = `${html}#pullrequestreview-${review.id}`;
  const pull = `${repository}/pulls/${issue.number}`;
  return {
    id: review.id,
    node_id: review.nodeId,
    user: accountJson(world, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pull,
    author_association: association(world, issue.repo, review.author),
    _links: { html: { href: page }, pull_request: { href: pull } },
    submitted_at: review.at,
    commit_id: review.commit,
  };
}
