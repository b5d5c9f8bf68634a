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
  /** GitHub teams that hold a role, asked about when somebody gives a command; and people who hold one. */
  readonly roleTeams: readonly string[];
}

export const BARE_PULLS: PullsQuestion = {
  branches: [],
  teams: [],
  labels: [],
  fixLabels: [],
  roleTeams: [],
};

export const PULLS_SHAPE = z.strictObject({
  branches: NAMES,
  teams: NAMES,
  labels: NAMES,
  fixLabels: NAMES,
  roleTeams: NAMES,
});

/** Everything that either asks. */
export function joinPulls(a: PullsQuestion, b: PullsQuestion): PullsQuestion {
  return {
    branches: union(a.branches, b.branches),
    teams: union(a.teams, b.teams),
    labels: union(a.labels, b.labels),
    fixLabels: union(a.fixLabels, b.fixLabels),
    roleTeams: union(a.roleTeams, b.roleTeams),
  };
}

export function countPulls({ branches, teams, labels, fixLabels, roleTeams }: PullsQuestion): number {
  return [branches, teams, labels, fixLabels, roleTeams].flat().length;
}
