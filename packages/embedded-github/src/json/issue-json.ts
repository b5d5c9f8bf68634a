// REST's form of an issue, which pull requests have too.
import type { Json } from '../model/json-object.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { accountJson } from './account-json.ts';
import { association } from './association.ts';
import { commentJson } from './comment-json.ts';
import { fieldValuesJson } from './issue-field-json.ts';
import { issueUrls } from './issue-urls.ts';
import { labelJson } from './label-json.ts';
import { milestoneJson } from './milestone-json.ts';
import { reactionsJson } from './reactions-json.ts';

export function issueJson(world: World, issue: Issue): Json {
  const urls = issueUrls(world, issue);
  const { repo } = issue;
  const assignees = issue.assignees.map((account) => accountJson(world, account));
  const pinned = issue.comments.find((comment) => comment.pinned !== null);
  return {
    url: urls.api,
    repository_url: urls.repository,
    labels_url: `${urls.api}/labels{/name}`,
    comments_url: `${urls.api}/comments`,
    events_url: `${urls.api}/events`,
    timeline_url: `${urls.api}/timeline`,
    html_url: urls.html,
    id: issue.id,
    node_id: issue.nodeId,
    number: issue.number,
    title: issue.title,
    user: accountJson(world, issue.author),
    labels: issue.labels.map((label) => labelJson(world, repo, label)),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: issue.milestone === null ? null : milestoneJson(world, repo, issue.milestone),
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    closed_by: issue.closedBy === null ? null : accountJson(world, issue.closedBy),
    author_association: association(world, repo, issue.author),
    body: issue.body,
    reactions: reactionsJson(urls.api, issue),
    performed_via_github_app: null,
    sub_issues_summary: subIssuesSummary(issue),
    ...(issue.parent === null ? {} : { parent_issue_url: issueUrls(world, issue.parent).api }),
    ...(world.issueFields === undefined ? {} : { issue_field_values: fieldValuesJson(issue) }),
    pinned_comment: pinned === undefined ? null : commentJson(world, pinned),
    ...pullPart(world, issue),
  };
}

/** How many sub-issues there are, and how many of them are closed. */
export function subIssuesSummary(issue: Issue): {
  total: number;
  completed: number;
  percent_completed: number;
} {
  const total = issue.subIssues.length;
  const completed = issue.subIssues.filter((sub) => sub.state === 'closed').length;
  return { total, completed, percent_completed: total === 0 ? 0 : Math.floor((completed / total) * 100) };
}

function pullPart(world: World, issue: Issue): Json {
  if (issue.pull === null) return {};
  const { html, repository } = issueUrls(world, issue);
  return {
    draft: issue.pull.json['draft'] === true,
    pull_request: {
      url: `${repository}/pulls/${issue.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: issue.pull.json['merged_at'] ?? null,
    },
  };
}
