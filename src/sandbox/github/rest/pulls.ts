// REST: pull requests. The emulator keeps branches and reviews; text, labels and state are the issue's.
import { accountOf, demand } from '../actor.ts';
import { announce } from '../announce.ts';
import { announceIssue } from '../change/announce-issue.ts';
import { changeIssue } from '../change/change-issue.ts';
import { newIssue } from '../change/new-issue.ts';
import { checkBody, checkTitle } from '../change/text-limits.ts';
import { pullJson } from '../json/pull-json.ts';
import type { Issue, Json, PullFacts, Repo } from '../model.ts';
import { Refusal } from '../refusal.ts';
import { clearableText, textField, wordField } from './body.ts';
import { type Answer, type Call, type Routes, created, ok } from './call.ts';
import { findRepo } from './find.ts';
import { forward } from './forward.ts';

interface Pull {
  readonly issue: Issue;
  readonly pull: PullFacts;
}

function findPull(call: Call): Pull {
  const issue = findRepo(call, 'pull_requests').issues.get(Number(call.params['pull_number']));
  if (issue === undefined || issue.pull === null) throw Refusal.notFound();
  return { issue, pull: issue.pull };
}

/** Asks the emulator for its newest description. */
async function refresh(call: Call, { issue, pull }: Pull): Promise<Json> {
  const path = `/repos/${issue.repo.fullName}/pulls/${issue.number}`;
  const { json } = await call.world.emulator.send({ method: 'GET', path });
  pull.json = json as Json;
  return pullJson(call.world, issue, pull);
}

async function list(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'pull_requests');
  const answer = await forward(call, undefined);
  if (answer.status !== 200) return answer;
  const shown = (answer.json as Json[]).map((json) => {
    const issue = repo.issues.get(Number(json['number']));
    if (issue === undefined || issue.pull === null) return json;
    return pullJson(call.world, issue, { ...issue.pull, json });
  });
  return { ...answer, json: shown };
}

/** Everyone may open one, as everyone may from a fork; a branch that is missing comes into being. */
async function create(call: Call): Promise<Answer> {
  const repo: Repo = findRepo(call, 'pull_requests');
  const author = accountOf(call.actor);
  if (call.actor.grants !== undefined) demand(call.actor, repo, 'pull_requests', 'write');
  checkTitle('PullRequest', textField(call.body, 'title', 'PullRequest'));
  checkBody('PullRequest', textField(call.body, 'body', 'PullRequest'));
  const answer = await oneAtATime(repo, call, () => forward(call, undefined));
  if (answer.status !== 201) return answer;
  const json = answer.json as { id: number; number: number; title: string; body: string | null };
  const pull: PullFacts = { json: { ...json }, reviewedAt: new Map() };
  const issue = newIssue(call.world, repo, author, { ...json, pull });
  announceIssue(call.world, author, issue, 'opened');
  return created(pullJson(call.world, issue, pull));
}

/** Branches for which a pull request is just being opened. */
const opening = new WeakMap<Repo, Set<string>>();

/** A branch has one open pull request into another; the emulator would open a second. */
async function oneAtATime(repo: Repo, { body }: Call, open: () => Promise<Answer>): Promise<Answer> {
  const head = String(body['head']).replace(`${repo.owner.login}:`, '');
  const name = `${head} ${String(body['base'])}`;
  const busy = opening.get(repo) ?? new Set();
  opening.set(repo, busy);
  const exists = [...repo.issues.values()].some(
    ({ pull, state }) => state === 'open' && pull !== null && branchesOf(pull.json) === name,
  );
  if (exists || busy.has(name))
    throw Refusal.unprocessable(
      `Validation Failed: A pull request already exists for ${repo.owner.login}:${head}.`,
    );
  busy.add(name);
  try {
    return await open();
  } finally {
    busy.delete(name);
  }
}

function branchesOf(pull: Json): string {
  return `${String((pull['head'] as Json)['ref'])} ${String((pull['base'] as Json)['ref'])}`;
}

async function update(call: Call): Promise<Answer> {
  const found = findPull(call);
  changeIssue(call.world, call.actor, found.issue, {
    title: textField(call.body, 'title', 'PullRequest'),
    body: clearableText(call.body, 'body', 'PullRequest'),
    state: wordField(call.body, 'state', ['open', 'closed'], 'PullRequest'),
  });
  const answer = await forward(call, undefined);
  if (answer.status !== 200) return answer;
  return ok(await refresh(call, found));
}

async function merge(call: Call): Promise<Answer> {
  const found = findPull(call);
  demand(call.actor, found.issue.repo, 'contents', 'write');
  const answer = await forward(call, undefined);
  if (answer.status !== 200) return answer;
  await refresh(call, found);
  changeIssue(call.world, call.actor, found.issue, { state: 'closed' });
  return answer;
}

async function requestReviewers(call: Call): Promise<Answer> {
  const found = findPull(call);
  demand(call.actor, found.issue.repo, 'pull_requests', 'write');
  const answer = await forward(call, undefined);
  if (answer.status >= 300) return answer;
  const json = await refresh(call, found);
  announce(call.world, found.issue.repo, accountOf(call.actor), 'pull_request', {
    action: call.method === 'DELETE' ? 'review_request_removed' : 'review_requested',
    number: found.issue.number,
    pull_request: json,
  });
  return call.method === 'POST' ? created(json) : ok(json);
}

async function review(call: Call): Promise<Answer> {
  const found = findPull(call);
  const answer = await forward(call);
  if (answer.status >= 300) return answer;
  const submitted = answer.json as Json;
  found.pull.reviewedAt.set(Number(submitted['id']), call.world.now());
  const pull = await refresh(call, found);
  const json = reviewJson(found, submitted);
  announce(call.world, found.issue.repo, accountOf(call.actor), 'pull_request_review', {
    action: 'submitted',
    review: json,
    pull_request: pull,
  });
  return ok(json);
}

async function listReviews(call: Call): Promise<Answer> {
  const found = findPull(call);
  const answer = await forward(call, undefined);
  if (answer.status !== 200) return answer;
  return { ...answer, json: (answer.json as Json[]).map((item) => reviewJson(found, item)) };
}

function reviewJson({ pull }: Pull, json: Json): Json {
  return { ...json, submitted_at: pull.reviewedAt.get(Number(json['id'])) ?? json['submitted_at'] };
}

export const pullRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls': list,
  'POST /repos/{owner}/{repo}/pulls': create,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': async (call) => ok(await refresh(call, findPull(call))),
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': update,
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge': merge,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': listReviews,
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': review,
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': requestReviewers,
  'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': requestReviewers,
};
