// Reviews of a pull request, and the requests that they answer.
import { accountOf, demand, permissionOf } from '../actor.ts';
import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { reviewedPull } from '../json/hook-json.ts';
import { pullJson } from '../json/pull-json.ts';
import { reviewJson } from '../json/review-json.ts';
import type { Account, Team } from '../model/account.ts';
import type { PullFacts, Review } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';

/** What a new review says; who may read may give one, but nobody judges their own pull request. */
export interface ReviewInput {
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  readonly body: string;
}

export function addReview(
  world: World,
  actor: Actor,
  issue: Issue,
  pull: PullFacts,
  { state, body }: ReviewInput,
): Review {
  const author = accountOf(actor);
  if (actor.grants !== undefined) demand(actor, issue.repo, 'pull_requests', 'write');
  if (issue.author === author && state !== 'COMMENTED')
    throw Refusal.unprocessable(
      `Can not ${state === 'APPROVED' ? 'approve' : 'request changes on'} your own pull request`,
    );
  const review = newReview(world, pull, { author, state, body });
  issue.updatedAt = review.at;
  reviewEvent(world, author, issue, pull, review, 'submitted');
  return review;
}

/** Answers what the author was asked, alone or as a member of a team. */
export function newReview(
  world: World,
  pull: PullFacts,
  { author, state, body }: Pick<Review, 'author' | 'state' | 'body'>,
  at = world.now(),
): Review {
  const id = world.nextId();
  const isTheirs = (team: Team): boolean => team.members.includes(author);
  const former = pull.reviews
    .filter((review) => review.author === author)
    .flatMap(({ onBehalfOf }) => onBehalfOf);
  const review: Review = {
    id,
    nodeId: `PRR_${id}`,
    author,
    state,
    body,
    commit: String((pull.json['head'] as { sha: unknown }).sha),
    at,
    onBehalfOf: [...new Set([...former, ...pull.asked.teams.filter(isTheirs)])],
  };
  pull.reviews.push(review);
  pull.asked.people = pull.asked.people.filter((person) => person !== author);
  pull.asked.teams = pull.asked.teams.filter((team) => !isTheirs(team));
  return review;
}

/** Takes an approval or a request for changes out of the count; needs write access. */
export function dismissReview(
  world: World,
  actor: Actor,
  issue: Issue,
  pull: PullFacts,
  review: Review,
): void {
  demand(actor, issue.repo, 'pull_requests', 'write');
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED')
    throw Refusal.unprocessable('Can not dismiss a commented pull request review');
  review.state = 'DISMISSED';
  issue.updatedAt = world.now();
  reviewEvent(world, accountOf(actor), issue, pull, review, 'dismissed');
}

/** The newest approval, request for changes or dismissal of each person who may write. */
export function opinionsOf({ repo }: Issue, { reviews }: PullFacts, writersOnly: boolean): Review[] {
  const latest = new Map<Account, Review>();
  for (const review of reviews)
    if (review.state !== 'COMMENTED') {
      latest.delete(review.author);
      latest.set(review.author, review);
    }
  return [...latest.values()].filter(
    ({ author }) => !writersOnly || mayWrite(permissionOf(repo, author.login)),
  );
}

function mayWrite(permission: string): boolean {
  return ['write', 'maintain', 'admin'].includes(permission);
}

function reviewEvent(
  world: World,
  sender: Account,
  issue: Issue,
  pull: PullFacts,
  review: Review,
  action: 'submitted' | 'dismissed',
): void {
  const json = reviewJson(world, issue, review);
  announce(world, issue.repo, sender, 'pull_request_review', {
    action,
    // Webhooks write it small.
    review: { ...json, state: review.state.toLowerCase() },
    pull_request: reviewedPull(pullJson(world, issue, pull)),
  });
}
