// A repository with its issues, comments, labels, milestones and discussions.
import type { Account, Permission } from './account.ts';
import type { CheckRun, CheckSuite, Release, Workflow } from './ci.ts';
import type { Deployment } from './deployment.ts';
import type { Json } from './json-object.ts';
import type { BranchRule, CommitStatus, PullFacts } from './pull.ts';
import type { Writing } from './writing.ts';

/** A field that an organisation gives to all its issues. */
export interface IssueField {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly type: 'text' | 'date' | 'number';
}

export interface Label {
  readonly id: number;
  readonly nodeId: string;
  name: string;
  color: string;
  description: string | null;
}

export interface Milestone {
  readonly id: number;
  readonly nodeId: string;
  readonly number: number;
  readonly creator: Account;
  readonly createdAt: string;
  title: string;
  description: string | null;
  dueOn: string | null;
  state: 'open' | 'closed';
  updatedAt: string;
  closedAt: string | null;
}

export interface Comment extends Writing {
  readonly issue: Issue;
  minimized: string | null;
  pinned: { readonly at: string; readonly by: Account } | null;
}

export interface DiscussionCategory {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly slug: string;
}

export interface Discussion extends Writing {
  readonly repo: Repo;
  readonly category: DiscussionCategory;
  title: string;
  /** Oldest first. */
  readonly comments: Writing[];
}

/** One line of the history: somebody closed or reopened the issue. */
export interface StateChange {
  readonly id: number;
  readonly to: 'open' | 'closed';
  readonly by: Account;
  readonly at: string;
}

/** One line of the history: somebody put a label on. */
export interface Labeling {
  readonly id: number;
  readonly label: Label;
  readonly by: Account;
  readonly at: string;
}

export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened';

export interface Issue extends Writing {
  readonly repo: Repo;
  readonly number: number;
  /** Set when this number is a pull request; the emulator keeps the rest of it. */
  readonly pull: PullFacts | null;
  title: string;
  state: 'open' | 'closed';
  stateReason: StateReason | null;
  closedAt: string | null;
  closedBy: Account | null;
  /** Oldest first. */
  readonly stateChanges: StateChange[];
  /** Oldest first. */
  readonly labelings: Labeling[];
  locked: boolean;
  lockReason: string | null;
  milestone: Milestone | null;
  labels: Label[];
  assignees: Account[];
  readonly comments: Comment[];
  readonly subIssues: Issue[];
  parent: Issue | null;
  /** Issues that it waits for, in the order in which they were named. */
  readonly blockedBy: Issue[];
  /** Values of the organisation's fields. */
  readonly fieldValues: Map<IssueField, string | number>;
}

export interface Repo {
  readonly id: number;
  readonly nodeId: string;
  readonly owner: Account;
  readonly name: string;
  readonly fullName: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  /** The emulator's own description of the repository, for the fields that we don't keep. */
  readonly base: Json;
  readonly permissions: ReadonlyMap<string, Permission>;
  readonly issues: Map<number, Issue>;
  readonly comments: Map<number, Comment>;
  readonly milestones: Map<number, Milestone>;
  readonly checks: Map<number, CheckRun>;
  /** Oldest first. */
  readonly suites: CheckSuite[];
  /** By name. */
  readonly workflows: Map<string, Workflow>;
  /** Oldest first. */
  readonly releases: Release[];
  /** Oldest first. */
  readonly statuses: CommitStatus[];
  /** Oldest first. */
  readonly deployments: Deployment[];
  /** By branch. */
  readonly rules: ReadonlyMap<string, BranchRule>;
  /** None: discussions are switched off. */
  readonly discussionCategories: readonly DiscussionCategory[];
  /** Oldest first. */
  readonly discussions: Discussion[];
  labels: Label[];
  /** When somebody pushed last. */
  pushedAt: string;
  pinned: { readonly id: number; readonly issue: Issue; readonly by: Account }[];
}
