// What the approvals are decided from: config, calendar, and the facts of one look.
import type { BranchOwners, Pull, TeamMembers } from '../../domain/pull.ts';
import type { DutyContext } from '../duty.ts';
import type { ApprovalsConfig } from './config.ts';

/** A team that approves. */
export interface ApprovingTeam {
  /** `acme/api`. */
  readonly github: string;
  /** Paths that it answers for, written as in CODEOWNERS. */
  readonly paths: readonly string[];
  /** Login of who is asked when the team does not answer. */
  readonly lead?: string | undefined;
}

export interface ApprovalFacts {
  /** Open ones, and closed ones that still show a comment or the label of ours. */
  readonly pulls: readonly Pull[];
  /** One for each base branch of an open pull request. */
  readonly branchOwners: readonly BranchOwners[];
  /** Of the teams that own something; who is missing counts as unknown. */
  readonly teamMembers: readonly TeamMembers[];
}

export interface ApprovalsInput extends DutyContext<ApprovalsConfig> {
  /** By login. */
  readonly people: Readonly<Record<string, { readonly timezone?: string | undefined }>>;
  /** By id. */
  readonly teams: Readonly<Record<string, ApprovingTeam>>;
  readonly observed: ApprovalFacts;
}

/** A label that people put on a pull request to hear no more of it. */
export const QUIET_LABEL = 'relcomms/quiet';
