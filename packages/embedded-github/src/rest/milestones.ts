// REST: milestones.
import { accountOf, demand } from '../actor.ts';
import {
  type MilestoneInput,
  changeMilestone,
  createMilestone,
  deleteMilestone,
} from '../change/milestones.ts';
import { milestoneJson } from '../json/milestone-json.ts';
import type { Repo } from '../model/repo.ts';
import { clearableText, textField, wordField } from './body.ts';
import { type Answer, type Call, type Routes, created, noContent, ok } from './call.ts';
import { findMilestone, findRepo } from './find.ts';
import { page } from './page.ts';

function list(call: Call): Answer {
  const repo = findRepo(call);
  const state = call.query.get('state') ?? 'open';
  const shown = [...repo.milestones.values()].filter(
    (milestone) => state === 'all' || milestone.state === state,
  );
  const sorted = shown.toSorted((a, b) => dueTime(a.dueOn) - dueTime(b.dueOn) || a.number - b.number);
  if (call.query.get('direction') === 'desc') sorted.reverse();
  return page(call, sorted, (milestone) => milestoneJson(call.world, repo, milestone));
}

/** What is never due comes last. */
function dueTime(dueOn: string | null): number {
  return dueOn === null ? Number.MAX_SAFE_INTEGER : Date.parse(dueOn);
}

function input(call: Call): MilestoneInput {
  return {
    title: textField(call.body, 'title', 'Milestone'),
    description: clearableText(call.body, 'description', 'Milestone'),
    dueOn: clearableText(call.body, 'due_on', 'Milestone'),
    state: wordField(call.body, 'state', ['open', 'closed'], 'Milestone'),
  };
}

/** Who may change milestones: write on issues or on pull requests. */
function writable(call: Call): Repo {
  const repo = findRepo(call);
  demand(call.actor, repo, 'issues', 'write');
  return repo;
}

function update(call: Call): Answer {
  const repo = writable(call);
  const milestone = findMilestone(call);
  changeMilestone(call.world, repo, accountOf(call.actor), milestone, input(call));
  return ok(milestoneJson(call.world, repo, milestone));
}

function remove(call: Call): Answer {
  deleteMilestone(call.world, writable(call), accountOf(call.actor), findMilestone(call));
  return noContent();
}

export const milestoneRoutes: Routes = {
  'GET /repos/{owner}/{repo}/milestones': list,
  'POST /repos/{owner}/{repo}/milestones': (call) => {
    const repo = writable(call);
    return created(
      milestoneJson(call.world, repo, createMilestone(call.world, repo, accountOf(call.actor), input(call))),
    );
  },
  'GET /repos/{owner}/{repo}/milestones/{milestone_number}': (call) =>
    ok(milestoneJson(call.world, findRepo(call), findMilestone(call))),
  'PATCH /repos/{owner}/{repo}/milestones/{milestone_number}': update,
  'DELETE /repos/{owner}/{repo}/milestones/{milestone_number}': remove,
};
