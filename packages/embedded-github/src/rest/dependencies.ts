// REST: what an issue is blocked by, and what it blocks.
import { demandOnIssue } from '../actor.ts';
import { addBlocker, removeBlocker } from '../change/dependencies.ts';
import { issueJson } from '../json/issue-json.ts';
import { type Answer, type Call, type Routes, created, ok } from './call.ts';
import { findIssue, findIssueById } from './find.ts';
import { page } from './page.ts';

const UNKNOWN = 'The provided issue does not exist';

function add(call: Call): Answer {
  const issue = findIssue(call);
  demandOnIssue(call.actor, issue, 'triage');
  addBlocker(call.world, issue, findIssueById(call, call.body['issue_id'], UNKNOWN));
  return created(issueJson(call.world, issue));
}

function remove(call: Call): Answer {
  const issue = findIssue(call);
  demandOnIssue(call.actor, issue, 'triage');
  removeBlocker(call.world, issue, findIssueById(call, Number(call.params['issue_id']), UNKNOWN));
  return ok(issueJson(call.world, issue));
}

function blocking(call: Call): Answer {
  const issue = findIssue(call);
  const others = [...issue.repo.issues.values()].filter(({ blockedBy }) => blockedBy.includes(issue));
  return page(call, others, (other) => issueJson(call.world, other));
}

export const dependencyRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by': (call) =>
    page(call, findIssue(call).blockedBy, (issue) => issueJson(call.world, issue)),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by': add,
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}': remove,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking': blocking,
};
