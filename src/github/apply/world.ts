// What is known while a plan is carried out: numbers and ids of what was there and of what was just made.
import type { Observation } from '../../domain/observed.ts';
import type { IssueRef } from '../../domain/operation.ts';
import type { GitHub } from '../client.ts';
import type { Look } from '../observe/look.ts';

export interface KnownIssue {
  readonly number: number;
  /** GraphQL node id. */
  readonly id: string;
  /** REST id, which sub-issues are linked by. */
  readonly databaseId: number;
}

export interface World {
  readonly github: GitHub;
  readonly look: Look;
  readonly observation: Observation;
  /** Issues made by this run, by key. */
  readonly made: Map<string, KnownIssue>;
  /** Numbers of GitHub milestones, by title in lower case. */
  readonly milestones: Map<string, number>;
  /** Ledger entries that must not be written, since what they say did not happen. */
  readonly withheld: Set<string>;
  /** Issues whose body or state this run could not make what it planned: what it planned must not be remembered. */
  readonly unsettled: Set<number>;
}

export function startWorld(github: GitHub, look: Look, observation: Observation): World {
  const known = observation.githubMilestones.known ? observation.githubMilestones.value : [];
  const milestones = new Map(known.map(({ title, number }) => [title.toLowerCase(), number]));
  return {
    github,
    look,
    observation,
    made: new Map(),
    milestones,
    withheld: new Set(),
    unsettled: new Set(),
  };
}

/** The issue that a reference means; undefined when this run should have opened it and could not. */
export function resolveIssue(world: World, ref: IssueRef): KnownIssue | undefined {
  if ('key' in ref) return world.made.get(ref.key);
  const issues = world.observation.ownIssues.known ? world.observation.ownIssues.value : [];
  const found = issues.find((issue) => issue.number === ref.number);
  return found === undefined
    ? undefined
    : { number: found.number, id: found.id, databaseId: found.databaseId };
}

/** The number of our issue with a key, those that this run has opened included. */
export function numberOf(world: World, key: string): number | undefined {
  const issues = world.observation.ownIssues.known ? world.observation.ownIssues.value : [];
  const found = issues.filter((issue) => issue.key === key).map((issue) => issue.number);
  return world.made.get(key)?.number ?? found.toSorted((a, b) => a - b)[0];
}

/**
 * Withholds a ledger entry until what it says has happened; the answer releases it. What another write of the
 * same entry could not do stays withheld.
 */
export function holdBack({ withheld }: World, entry: string): () => void {
  const failedBefore = withheld.has(entry);
  withheld.add(entry);
  return () => {
    if (!failedBefore) withheld.delete(entry);
  };
}
