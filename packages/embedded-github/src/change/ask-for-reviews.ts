// Asks people and teams for their review of a pull request.
import { type Actor, accountOf, permissionOf } from '../actor.ts';
import { announce } from '../announce.ts';
import { accountJson } from '../json/account-json.ts';
import { hookPull } from '../json/hook-json.ts';
import { pullJson } from '../json/pull-json.ts';
import { teamJson } from '../json/team-json.ts';
import type { Account, Team } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';

/** Logins of people and slugs of teams. */
export interface Asked {
  readonly people: readonly string[];
  readonly teams: readonly string[];
}

/** Nobody is asked twice; refuses the author and whoever has nothing to do with the repository. */
export function askForReviews(world: World, actor: Actor, issue: Issue, pull: PullFacts, named: Asked): void {
  const { people, teams } = resolve(world, issue, named);
  if (people.includes(issue.author))
    throw Refusal.unprocessable('Review cannot be requested from pull request author.');
  pull.asked.people = [...new Set([...pull.asked.people, ...people])];
  pull.asked.teams = [...new Set([...pull.asked.teams, ...teams])];
  tell(world, actor, issue, pull, { people, teams }, 'review_requested');
}

export function withdrawRequests(
  world: World,
  actor: Actor,
  issue: Issue,
  pull: PullFacts,
  named: Asked,
): void {
  const { people, teams } = resolve(world, issue, named);
  pull.asked.people = pull.asked.people.filter((person) => !people.includes(person));
  pull.asked.teams = pull.asked.teams.filter((team) => !teams.includes(team));
  tell(world, actor, issue, pull, { people, teams }, 'review_request_removed');
}

interface Resolved {
  readonly people: readonly Account[];
  readonly teams: readonly Team[];
}

function resolve(world: World, { repo }: Issue, named: Asked): Resolved {
  const people = named.people.map((login) => world.accounts.get(login.toLowerCase()));
  const teams = named.teams.map((slug) => world.teams.get(slug.toLowerCase()));
  const known = people.flatMap((account) => account ?? []);
  const strangers = known.some(({ login }) => permissionOf(repo, login) === 'none');
  if (strangers || known.length < people.length || teams.includes(undefined))
    throw Refusal.unprocessable(
      `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${repo.fullName} repository.`,
    );
  return { people: known, teams: teams.flatMap((team) => team ?? []) };
}

/** Each person and each team has an event of its own. */
function tell(
  world: World,
  actor: Actor,
  issue: Issue,
  pull: PullFacts,
  { people, teams }: Resolved,
  action: string,
): void {
  issue.updatedAt = world.now();
  const asked: Json[] = [
    ...people.map((account) => ({ requested_reviewer: accountJson(world, account) })),
    ...teams.map((team) => ({ requested_team: teamJson(world, issue.repo.owner, team) })),
  ];
  for (const one of asked)
    announce(world, issue.repo, accountOf(actor), 'pull_request', {
      action,
      number: issue.number,
      pull_request: hookPull(pullJson(world, issue, pull)),
      ...one,
    });
}
