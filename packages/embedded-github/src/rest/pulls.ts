// REST: pull requests. The emulator keeps branches; text, labels and state are the issue's.
import { accountOf, demand } from '../actor.ts';
import { announceIssue } from '../change/announce-issue.ts';
import { changeIssue } from '../change/change-issue.ts';
import { compare } from '../change/compare.ts';
import { askForReviews, withdrawRequests } from '../change/ask-for-reviews.ts';
import { mergePull } from '../change/merge-pull.ts';
import { newIssue } from '../change/new-issue.ts';
import { asLastSeen, refreshPull } from '../change/refresh-pull.ts';
import { addReview, dismissReview } from '../change/reviews.ts';
import { checkBody, checkTitle } from '../change/text-limits.ts';
import { pullJson } from '../json/pull-json.ts';
import { reviewJson } from '../json/review-json.ts';
import { headOf } from '../forks.ts';
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue, Repo } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';
import { clearableText, nameList, textField, wordField } from './body.ts';
import { type Answer, type Call, type Routes, created, ok } from './call.ts';
import { findRepo } from './find.ts';
import { forward, upstreamIdentity } from './forward.ts';
import { page } from './page.ts';

interface Pull {
  readonly issue: Issue;
  readonly pull: PullFacts;
}

function findPull(call: Call): Pull {
  const issue = findRepo(call, 'pull_requests').issues.get(Number(call.params['pull_number']));
  if (issue === undefined || issue.pull === null) throw Refusal.notFound();
  return { issue, pull: issue.pull };
}

/** As it is now. */
async function refresh({ world }: Call, { issue, pull }: Pull): Promise<Json> {
  await refreshPull(world, issue, pull);
  return pullJson(world, issue, pull);
}

async function list(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'pull_requests');
  const answer = await forward(call, undefined);
  if (answer.status !== 200) return answer;
  const shown = (answer.json as Json[]).map((json) => {
    const issue = repo.issues.get(Number(json['number']));
    if (issue === undefined || issue.pull === null) return json;
    return pullJson(call.world, issue, { ...issue.pull, json: asLastSeen(call.world, issue.pull, json) });
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
  const { branch, fork } = headOf(call.world, repo.owner, textField(call.body, 'head', 'PullRequest') ?? '');
  const inRepo = { ...call, body: { ...call.body, head: branch } };
  const answer = await onlyOne(inRepo, repo, () => forward(inRepo, undefined));
  if (answer.status !== 201) return answer;
  const json = answer.json as { id: number; number: number; title: string; body: string | null };
  const pull: PullFacts = {
    json: { ...json },
    merge: null,
    fork,
    reviews: [],
    asked: { people: [], teams: [] },
  };
  const issue = newIssue(call.world, repo, author, { ...json, pull });
  await refreshPull(call.world, issue, pull);
  announceIssue(call.world, author, issue, 'opened');
  return created(pullJson(call.world, issue, pull));
}

/** Branches that somebody opens a pull request for in this moment. */
const opening = new WeakMap<Repo, Set<string>>();

/** A branch has one open pull request into another; the emulator would open a second. */
async function onlyOne(call: Call, repo: Repo, open: () => Promise<Answer>): Promise<Answer> {
  const head = String(call.body['head']);
  const way = `${head} ${String(call.body['base'])}`;
  const now = opening.get(repo) ?? new Set();
  const there = [...repo.issues.values()].some(
    ({ pull, state }) => state === 'open' && pull !== null && branchesOf(pull.json) === way,
  );
  if (there || now.has(way))
    throw Refusal.invalid('PullRequest', 'head', 'custom', `A pull request already exists for ${head}.`);
  opening.set(repo, now.add(way));
  try {
    return await open();
  } finally {
    now.delete(way);
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
  const { issue, pull } = findPull(call);
  demand(call.actor, issue.repo, 'contents', 'write');
  const sha = await mergePull(call.world, issue, pull, {
    sender: accountOf(call.actor),
    as: upstreamIdentity(call.actor),
    method: wordField(call.body, 'merge_method', ['merge', 'squash', 'rebase'], 'PullRequest') ?? 'merge',
    title: textField(call.body, 'commit_title', 'PullRequest'),
    message: textField(call.body, 'commit_message', 'PullRequest'),
    sha: textField(call.body, 'sha', 'PullRequest'),
  });
  return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
}

/** The files that it changes, with their patches. */
async function files(call: Call): Promise<Answer> {
  const { issue, pull } = findPull(call);
  const { base, head } = pull.json as { base: { sha: string }; head: { sha: string } };
  const between = await compare(call.world, issue.repo, base.sha, head.sha);
  return page(call, [...(between?.files ?? [])], (file) => file);
}

/** Asks people and teams, or takes it back. */
async function requestReviewers(call: Call): Promise<Answer> {
  const found = findPull(call);
  demand(call.actor, found.issue.repo, 'pull_requests', 'write');
  const named = {
    people: nameList(call.body['reviewers']) ?? [],
    teams: nameList(call.body['team_reviewers']) ?? [],
  };
  const change = call.method === 'DELETE' ? withdrawRequests : askForReviews;
  change(call.world, call.actor, found.issue, found.pull, named);
  const json = await refresh(call, found);
  return call.method === 'POST' ? created(json) : ok(json);
}

const STATES = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

/** Without an event it would be a draft of a review, which is not covered. */
function review(call: Call): Answer {
  const { issue, pull } = findPull(call);
  const event = wordField(call.body, 'event', ['APPROVE', 'REQUEST_CHANGES', 'COMMENT'], 'PullRequestReview');
  if (event === undefined) throw Refusal.invalid('PullRequestReview', 'event', 'missing_field');
  const body = textField(call.body, 'body', 'PullRequestReview') ?? '';
  checkBody('PullRequestReview', body);
  const given = addReview(call.world, call.actor, issue, pull, { state: STATES[event], body });
  return ok(reviewJson(call.world, issue, given));
}

function dismiss(call: Call): Answer {
  const { issue, pull } = findPull(call);
  const given = pull.reviews.find(({ id }) => id === Number(call.params['review_id']));
  if (given === undefined) throw Refusal.notFound();
  dismissReview(call.world, call.actor, issue, pull, given);
  return ok(reviewJson(call.world, issue, given));
}

function listReviews(call: Call): Answer {
  const { issue, pull } = findPull(call);
  return page(call, pull.reviews, (given) => reviewJson(call.world, issue, given));
}

export const pullRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls': list,
  'POST /repos/{owner}/{repo}/pulls': create,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': async (call) => ok(await refresh(call, findPull(call))),
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': update,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': files,
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge': merge,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': listReviews,
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': review,
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals': dismiss,
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': requestReviewers,
  'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': requestReviewers,
};
