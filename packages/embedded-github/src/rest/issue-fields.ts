// REST: the organisation's issue fields, and their values on an issue.
import { refusalFor, mayOnIssue } from '../actor.ts';
import { readValues, setFieldValues } from '../change/field-values.ts';
import { fieldValuesJson, issueFieldJson } from '../json/issue-field-json.ts';
import type { Issue, IssueField } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import { type Answer, type Call, type Routes, noContent, ok } from './call.ts';
import { findIssue } from './find.ts';

/** An owner without fields is not found, and neither is one without an account's token. That of a workflow can't have the permission. */
function list(call: Call): Answer {
  const owns = [...call.world.repos.values()].some(
    ({ owner }) => owner.login.toLowerCase() === call.params['org']?.toLowerCase(),
  );
  if (!owns || call.actor.account === undefined) throw Refusal.notFound();
  const { grants } = call.actor;
  if (grants !== undefined && grants.permissions['issue_fields'] === undefined)
    throw refusalFor(call.actor, '', 'issue_fields=read');
  return ok(fieldsOf(call).map(issueFieldJson));
}

function fieldsOf({ world }: Call): readonly IssueField[] {
  if (world.issueFields === undefined) throw Refusal.notFound();
  return world.issueFields;
}

function add(call: Call): Answer {
  const issue = writable(call);
  setFieldValues(call.world, issue, readValues(call.world, call.body));
  return ok(fieldValuesJson(issue));
}

function remove(call: Call): Answer {
  const issue = writable(call);
  const field = fieldsOf(call).find(({ id }) => id === Number(call.params['issue_field_id']));
  if (field === undefined || !issue.fieldValues.delete(field)) throw Refusal.notFound();
  issue.updatedAt = call.world.now();
  return noContent();
}

function writable(call: Call): Issue {
  const issue = findIssue(call);
  fieldsOf(call);
  if (!mayOnIssue(call.actor, issue, 'write'))
    throw refusalFor(call.actor, 'Must have push access to Repository.');
  return issue;
}

function read(call: Call): Answer {
  const issue = findIssue(call);
  fieldsOf(call);
  return ok(fieldValuesJson(issue));
}

const VALUES = '/repos/{owner}/{repo}/issues/{issue_number}/issue-field-values';

export const issueFieldRoutes: Routes = {
  'GET /orgs/{org}/issue-fields': list,
  [`GET ${VALUES}`]: read,
  [`POST ${VALUES}`]: add,
  [`DELETE ${VALUES}/{issue_field_id}`]: remove,
};
