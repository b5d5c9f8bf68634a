// REST: sub-issues and their parent.
import { accountOf, demandOnIssue } from '../actor.ts';
import { addSubIssue, moveSubIssue, removeSubIssue } from '../change/sub-issues.ts';
import { issueJson } from '../json/issue-json.ts';
import { Refusal } from '../refusal.ts';
import { type Answer, type Call, type Routes, created, ok } from './call.ts';
import { findIssue, findIssueById } from './find.ts';
import { page } from './page.ts';

function add(call: Call): Answer {
  const parent = findIssue(call);
  demandOnIssue(call.actor, parent, 'triage');
  const sub = findIssueById(call, call.body['sub_issue_id']);
  addSubIssue(call.world, accountOf(call.actor), parent, sub, call.body['replace_parent'] === true);
  return created(issueJson(call.world, sub));
}

function remove(call: Call): Answer {
  const parent = findIssue(call);
  demandOnIssue(call.actor, parent, 'triage');
  const sub = findIssueById(call, call.body['sub_issue_id']);
  removeSubIssue(call.world, accountOf(call.actor), parent, sub);
  return ok(issueJson(call.world, sub));
}

function prioritize(call: Call): Answer {
  const parent = findIssue(call);
  demandOnIssue(call.actor, parent, 'triage');
  const { sub_issue_id: id, after_id: after, before_id: before } = call.body;
  if ((after === undefined) === (before === undefined))
    throw Refusal.unprocessable('Exactly one of after_id and before_id is needed');
  const sub = findIssueById(call, id);
  moveSubIssue(call.world, parent, sub, {
    issue: findIssueById(call, after ?? before),
    behind: after !== undefined,
  });
  return ok(issueJson(call.world, sub));
}

function readParent(call: Call): Answer {
  const issue = findIssue(call);
  if (issue.parent === null) throw Refusal.notFound();
  return ok(issueJson(call.world, issue.parent));
}

export const subIssueRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues': (call) =>
    page(call, findIssue(call).subIssues, (issue) => issueJson(call.world, issue)),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues': add,
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority': prioritize,
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue': remove,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/parent': readParent,
};
