// REST: labels of the repository and of issues.
import { accountOf, demand, demandOnIssue } from '../actor.ts';
import {
  changeLabel,
  createLabel,
  deleteLabel,
  findLabel,
  labelsNamed,
  setLabels,
} from '../change/labels.ts';
import { labelJson } from '../json/label-json.ts';
import type { Issue, Label } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import { clearableText, nameList, requiredText, textField } from './body.ts';
import { type Answer, type Call, type Routes, created, noContent, ok } from './call.ts';
import { findIssue, findLabelOf, findRepo } from './find.ts';
import { page } from './page.ts';

function create(call: Call): Answer {
  const repo = findRepo(call);
  demand(call.actor, repo, 'issues', 'write');
  const label = createLabel(call.world, repo, accountOf(call.actor), {
    name: requiredText(call.body, 'name', 'Label'),
    color: textField(call.body, 'color', 'Label'),
    description: clearableText(call.body, 'description', 'Label'),
  });
  return created(labelJson(call.world, repo, label));
}

function update(call: Call): Answer {
  const repo = findRepo(call);
  demand(call.actor, repo, 'issues', 'write');
  const label = findLabelOf(repo, call.params['name']);
  const name = textField(call.body, 'new_name', 'Label');
  changeLabel(call.world, repo, accountOf(call.actor), label, {
    ...(name === undefined ? {} : { name }),
    color: textField(call.body, 'color', 'Label'),
    description: clearableText(call.body, 'description', 'Label'),
  });
  return ok(labelJson(call.world, repo, label));
}

function remove(call: Call): Answer {
  const repo = findRepo(call);
  demand(call.actor, repo, 'issues', 'write');
  deleteLabel(call.world, repo, accountOf(call.actor), findLabelOf(repo, call.params['name']));
  return noContent();
}

function listOfRepo(call: Call): Answer {
  const repo = findRepo(call);
  return page(call, repo.labels, (label) => labelJson(call.world, repo, label));
}

function listOfIssue(call: Call): Answer {
  const issue = findIssue(call);
  return page(call, issue.labels, (label) => labelJson(call.world, issue.repo, label));
}

/** GitHub takes `{labels: [...]}` and the bare list. */
function wanted(call: Call): string[] {
  return nameList(call.body['labels']) ?? nameList(call.body) ?? [];
}

function relabel(call: Call, next: (issue: Issue) => Label[]): Answer {
  const issue = findIssue(call);
  demandOnIssue(call.actor, issue, 'triage');
  setLabels(call.world, accountOf(call.actor), issue, next(issue));
  return ok(issue.labels.map((label) => labelJson(call.world, issue.repo, label)));
}

const named = (call: Call, issue: Issue): Label[] =>
  labelsNamed(call.world, issue.repo, accountOf(call.actor), wanted(call));

function add(call: Call): Answer {
  return relabel(call, (issue) => [...new Set([...issue.labels, ...named(call, issue)])]);
}

function removeOne(call: Call): Answer {
  return relabel(call, (issue) => {
    const label = findLabel(issue.repo, call.params['name'] ?? '');
    if (label === undefined || !issue.labels.includes(label)) throw Refusal.notFound('Label does not exist');
    return issue.labels.filter((held) => held !== label);
  });
}

function removeAll(call: Call): Answer {
  relabel(call, () => []);
  return noContent();
}

export const labelRoutes: Routes = {
  'GET /repos/{owner}/{repo}/labels': listOfRepo,
  'POST /repos/{owner}/{repo}/labels': create,
  'GET /repos/{owner}/{repo}/labels/{name}': (call) => {
    const repo = findRepo(call);
    return ok(labelJson(call.world, repo, findLabelOf(repo, call.params['name'])));
  },
  'PATCH /repos/{owner}/{repo}/labels/{name}': update,
  'DELETE /repos/{owner}/{repo}/labels/{name}': remove,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/labels': listOfIssue,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': add,
  'PUT /repos/{owner}/{repo}/issues/{issue_number}/labels': (call) =>
    relabel(call, (issue) => named(call, issue)),
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels': removeAll,
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': removeOne,
};
