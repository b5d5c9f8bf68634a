// REST: issues, their lock, and their assignees.
import { accountOf, demand, demandOnIssue, mayOnIssue } from '../actor.ts';
import { assignable, isAssignable, setAssignees } from '../change/assignees.ts';
import { changeIssue, setLock } from '../change/change-issue.ts';
import { createIssue } from '../change/create-issue.ts';
import { knownValues, setFieldValues } from '../change/field-values.ts';
import { accountJson } from '../json/account-json.ts';
import { issueJson } from '../json/issue-json.ts';
import type { Issue } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import { clearableText, milestoneField, nameList, requiredText, textField, wordField } from './body.ts';
import { type Answer, type Call, type Routes, created, noContent, ok } from './call.ts';
import { findIssue, findRepo } from './find.ts';
import { type IssueOrder, filterIssues, sortIssues } from './issue-list.ts';
import { page } from './page.ts';

const STATES = ['open', 'closed'] as const;
const REASONS = ['completed', 'not_planned', 'duplicate', 'reopened'] as const;
const LOCK_REASONS = ['off-topic', 'too heated', 'resolved', 'spam'] as const;

function list(call: Call): Answer {
  const { query } = call;
  const repo = findRepo(call);
  const state = query.get('state') ?? 'open';
  const sort = query.get('sort') ?? 'created';
  const all = filterIssues(call.world, repo, {
    states: state === 'all' ? undefined : STATES.filter((known) => known === state),
    labels: query
      .get('labels')
      ?.split(',')
      .map((name) => name.trim()),
    creator: query.get('creator') ?? undefined,
    assignee: query.get('assignee') ?? undefined,
    milestone: query.get('milestone') ?? undefined,
    mentioned: query.get('mentioned') ?? undefined,
    since: query.get('since') ?? undefined,
  });
  const isPinned = (issue: Issue): boolean => repo.pinned.some((pin) => pin.issue === issue);
  const issues = call.world.listsMissPinned ? all.filter((issue) => !isPinned(issue)) : all;
  const order: IssueOrder = sort === 'updated' || sort === 'comments' ? sort : 'created';
  const sorted = sortIssues(issues, order, query.get('direction') !== 'asc');
  return page(call, sorted, (issue) => issueJson(call.world, issue));
}

async function create(call: Call): Promise<Answer> {
  const { body, world } = call;
  const repo = findRepo(call);
  // An installation needs its permission even where everybody may open an issue.
  if (call.actor.grants !== undefined) demand(call.actor, repo, 'issues', 'write');
  const issue = await createIssue(world, call.actor, repo, {
    title: requiredText(body, 'title', 'Issue'),
    body: textField(body, 'body', 'Issue') ?? null,
    labels: nameList(body['labels']) ?? [],
    assignees: nameList(body['assignees']) ?? single(textField(body, 'assignee', 'Issue')),
    milestone: milestoneField(body, repo) ?? null,
  });
  // What the organisation has no field for, or the actor no right to, is dropped.
  if (mayOnIssue(call.actor, issue, 'write')) setFieldValues(world, issue, knownValues(world, body));
  const json = issueJson(world, issue);
  return { status: 201, json, headers: { location: String(json['url']) } };
}

async function update(call: Call): Promise<Answer> {
  const { body, world } = call;
  const issue = findIssue(call);
  changeIssue(world, call.actor, issue, {
    title: textField(body, 'title', 'Issue'),
    body: clearableText(body, 'body', 'Issue'),
    state: wordField(body, 'state', STATES, 'Issue'),
    stateReason: wordField(body, 'state_reason', REASONS, 'Issue'),
    labels: nameList(body['labels']),
    assignees: nameList(body['assignees']) ?? (body['assignee'] === null ? [] : undefined),
    milestone: milestoneField(body, issue.repo),
  });
  if (issue.pull !== null) await updatePull(call, issue);
  return ok(issueJson(world, issue));
}

/** The emulator lists pull requests by their state, so it must know it. */
async function updatePull({ world }: Call, issue: Issue): Promise<void> {
  const path = `/repos/${issue.repo.fullName}/pulls/${issue.number}`;
  const { title, body, state } = issue;
  await world.emulator.send({ method: 'PATCH', path, body: { title, body, state } });
}

function changeAssignees(call: Call, change: 'add' | 'remove'): Answer {
  const { world, actor } = call;
  const issue = findIssue(call);
  demandOnIssue(actor, issue, 'triage');
  const named = assignable(world, issue.repo, nameList(call.body['assignees']) ?? []);
  const next =
    change === 'add'
      ? [...issue.assignees, ...named.filter((account) => !issue.assignees.includes(account))]
      : issue.assignees.filter((account) => !named.includes(account));
  setAssignees(world, accountOf(actor), issue, next);
  const answer = change === 'add' ? created : ok;
  return answer(issueJson(world, issue));
}

function lock(call: Call, locked: boolean): Answer {
  const issue = findIssue(call);
  demandOnIssue(call.actor, issue, 'write');
  const reason = wordField(call.body, 'lock_reason', LOCK_REASONS, 'Issue');
  setLock(call.world, accountOf(call.actor), issue, locked, locked ? (reason ?? null) : null);
  return noContent();
}

function checkAssignee(call: Call): Answer {
  const repo = findRepo(call);
  if (!isAssignable(call.world, repo, call.params['assignee'] ?? '')) throw Refusal.notFound();
  return noContent();
}

function listAssignees(call: Call): Answer {
  const repo = findRepo(call);
  const people = [...call.world.accounts.values()].filter((account) =>
    isAssignable(call.world, repo, account.login),
  );
  return page(call, people, (account) => accountJson(call.world, account));
}

function single(login: string | undefined): string[] {
  return login === undefined ? [] : [login];
}

export const issueRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues': list,
  'POST /repos/{owner}/{repo}/issues': create,
  'GET /repos/{owner}/{repo}/issues/{issue_number}': (call) => ok(issueJson(call.world, findIssue(call))),
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': update,
  'PUT /repos/{owner}/{repo}/issues/{issue_number}/lock': (call) => lock(call, true),
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock': (call) => lock(call, false),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees': (call) => changeAssignees(call, 'add'),
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees': (call) => changeAssignees(call, 'remove'),
  'GET /repos/{owner}/{repo}/assignees': listAssignees,
  'GET /repos/{owner}/{repo}/assignees/{assignee}': checkAssignee,
};
