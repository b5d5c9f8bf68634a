// What is asked of pull requests, and how two such questions join.
import * as z from 'zod';
import { NAMES, union } from '../name-list.ts';

export interface PullsQuestion {
  /** Release branches, which merged pull requests with one of the labels below may have to be picked to. */
  readonly branches: readonly string[];
  /** GitHub teams, as `acme/api`, whose members matter, beside those that the code owners name. */
  readonly teams: readonly string[];
  /** Labels by which relcomms marks what it has commented on. */
  readonly labels: readonly string[];
  /** Labels of merged pull requests that the branches need, too. */
  readonly fixLabels: readonly string[];
  /** Titles of GitHub milestones whose merged pull requests the branches may need, too. Absent: none. */
  readonly fixMilestones?: readonly string[] | undefined;
  /** GitHub teams that hold a role, asked about when somebody gives a command; and people who hold one. */
  readonly roleTeams: readonly string[];
  /** By what of it an open pull request may matter; those that have none of it are read in turn only. */
  readonly ties: Ties;
  /** Contexts of commit statuses that are read with the list; at most one. Absent: none. */
  readonly statuses?: readonly string[] | undefined;
  /** Pull requests that were opened or pushed to from then on may matter, whatever their branch: `2026-03-03T17:00:00Z`. */
  readonly since?: string | undefined;
}

/** Each may name more than what matters, and never less. Letters of either case count alike. */
export interface Ties {
  /** Titles of GitHub milestones. */
  readonly milestones: readonly string[];
  readonly labels: readonly string[];
  /** Words in a title. */
  readonly titles: readonly string[];
  /** Words in the name of the branch that it comes from. */
  readonly heads: readonly string[];
  /** Beginnings of paths of changed files. */
  readonly paths: readonly string[];
}

export const BARE_PULLS: PullsQuestion = {
  branches: [],
  teams: [],
  labels: [],
  fixLabels: [],
  roleTeams: [],
  ties: { milestones: [], labels: [], titles: [], heads: [], paths: [] },
};

const TIES_SHAPE = z.strictObject({
  milestones: NAMES,
  labels: NAMES,
  titles: NAMES,
  heads: NAMES,
  paths: NAMES,
});

export const PULLS_SHAPE = z.strictObject({
  branches: NAMES,
  teams: NAMES,
  labels: NAMES,
  fixLabels: NAMES,
  roleTeams: NAMES,
  ties: TIES_SHAPE,
  fixMilestones: NAMES.optional(),
  statuses: NAMES.optional(),
  since: z.string().max(40).optional(),
});

/** Everything that either asks. */
export function joinPulls(a: PullsQuestion, b: PullsQuestion): PullsQuestion {
  return {
    branches: union(a.branches, b.branches),
    teams: union(a.teams, b.teams),
    labels: union(a.labels, b.labels),
    fixLabels: union(a.fixLabels, b.fixLabels),
    roleTeams: union(a.roleTeams, b.roleTeams),
    ties: {
      milestones: union(a.ties.milestones, b.ties.milestones),
      labels: union(a.ties.labels, b.ties.labels),
      titles: union(a.ties.titles, b.ties.titles),
      heads: union(a.ties.heads, b.ties.heads),
      paths: union(a.ties.paths, b.ties.paths),
    },
    ...joinOptional(a, b),
  };
}

/** The earlier of two times asks for more. */
function joinOptional(
  a: PullsQuestion,
  b: PullsQuestion,
): Pick<PullsQuestion, 'fixMilestones' | 'statuses' | 'since'> {
  const fixMilestones = union(a.fixMilestones ?? [], b.fixMilestones ?? []);
  const statuses = union(a.statuses ?? [], b.statuses ?? []);
  const [since] = [a.since, b.since].filter((one) => one !== undefined).toSorted();
  return {
    ...(fixMilestones.length === 0 ? {} : { fixMilestones }),
    ...(statuses.length === 0 ? {} : { statuses }),
    ...(since === undefined ? {} : { since }),
  };
}

/** What a pull request may be tied by is compared with what one list brings: it costs nothing. */
export function countPulls(question: PullsQuestion): number {
  const { branches, teams, labels, fixLabels, fixMilestones = [], roleTeams } = question;
  return [branches, teams, labels, fixLabels, fixMilestones, roleTeams].flat().length;
}
