// REST's form of a pull request: the emulator's, with what the issue of the same number holds.
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { accountJson } from './account-json.ts';
import { association } from './association.ts';
import { issueUrls } from './issue-urls.ts';
import { labelJson } from './label-json.ts';
import { mendAccounts } from './mend-accounts.ts';
import { milestoneJson } from './milestone-json.ts';
import { repoJson } from './repo-json.ts';
import { teamJson } from './team-json.ts';

export function pullJson(world: World, issue: Issue, pull: PullFacts): Json {
  const assignees = issue.assignees.map((account) => accountJson(world, account));
  const base = mendAccounts(world, pull.json) as Json;
  const repo = repoJson(world, issue.repo);
  return {
    ...base,
    base: { ...(base['base'] as Json), repo },
    head: headJson(world, pull, base['head'] as Json, repo),
    node_id: issue.nodeId,
    html_url: issueUrls(world, issue).html,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    user: accountJson(world, issue.author),
    author_association: association(world, issue.repo, issue.author),
    labels: issue.labels.map((label) => labelJson(world, issue.repo, label)),
    milestone: issue.milestone === null ? null : milestoneJson(world, issue.repo, issue.milestone),
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: pull.asked.people.map((account) => accountJson(world, account)),
    requested_teams: pull.asked.teams.map((team) => teamJson(world, issue.repo.owner, team)),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
  };
}

/** A fork's branch goes by its own name, in a repository of its owner. */
function headJson(world: World, { fork }: PullFacts, head: Json, repo: Json): Json {
  if (fork === undefined) return { ...head, repo };
  const owner = accountJson(world, fork);
  const ref = String(head['ref']).split('/').slice(2).join('/');
  const full_name = `${fork.login}/${String(repo['name'])}`;
  return {
    ...head,
    ref,
    label: `${fork.login}:${ref}`,
    user: owner,
    repo: { ...repo, full_name, owner, fork: true },
  };
}
