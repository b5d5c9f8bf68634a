// Who gets the notice of a milestone: people by their roles, and teams of the config.
import { forMilestone } from '../../domain/candidate.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { ContextTeam } from '../context-team.ts';
import type { DeadlinesConfig } from './config.ts';
import { isCherryPickDeadline, isFirstCandidate } from '../../schedule/milestone-kind.ts';

/** Stands for every team of the config. */
const TEAMS = 'teams';

export interface Audience {
  /** Logins, each once. */
  readonly people: readonly string[];
  /** GitHub teams, as `acme/api`, each once. */
  readonly teams: readonly string[];
}

type Teams = Readonly<Record<string, ContextTeam>>;

/** What the config says for this milestone, else whom its `who` names or those who are told of everything. */
export function audienceOf(
  milestone: Milestone,
  release: Release,
  config: DeadlinesConfig,
  teams: Teams,
): Audience {
  const own = forMilestone(config.milestones, milestone)?.tell;
  const targets = own ?? usualTargets(milestone, release, config, teams);
  return {
    people: unique(targets.flatMap((target) => lookUp(release.roles, target) ?? [])),
    teams: unique(
      targets.includes(TEAMS)
        ? Object.values(teams).map(({ github }) => github)
        : targets.flatMap((target) => lookUp(teams, target)?.github ?? []),
    ),
  };
}

/** Teams are mentioned once only, and a role may be empty: so there are always people beside them. */
function usualTargets(
  milestone: Milestone,
  release: Release,
  config: DeadlinesConfig,
  teams: Teams,
): string[] {
  const named = namedBy(milestone.who ?? '', release, teams);
  const people = named.some((id) => (lookUp(release.roles, id) ?? []).length > 0) ? [] : config.tell;
  return [...named, ...people, ...(concernsAllTeams(milestone, release.version) ? [TEAMS] : [])];
}

/** `Release Master and API` names a role and a team; `All teams` every one. */
function namedBy(who: string, release: Release, teams: Teams): string[] {
  return who
    .toLowerCase()
    .split(/\s*(?:,|;|&|\/|\band\b)\s*/)
    .map((words) => words.replaceAll(/[^a-z0-9]+/g, '-'))
    .map((id) => (id === 'all-teams' ? TEAMS : id))
    .filter((id) => id === TEAMS || Object.hasOwn(release.roles, id) || Object.hasOwn(teams, id));
}

function lookUp<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function unique(names: readonly string[]): string[] {
  return names.filter(
    (name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index,
  );
}

/** RC1 (Y3) and the cherry-pick deadline (Y10). */
function concernsAllTeams(milestone: Milestone, version: string): boolean {
  return isFirstCandidate(milestone, version) || isCherryPickDeadline(milestone, version);
}
