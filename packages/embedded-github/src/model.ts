// The state of the embedded GitHub: what it keeps itself, next to what the emulator keeps.
import type { Deliveries } from './deliveries.ts';
import type { Emulator } from './emulator.ts';
import type { CheckRun, CheckSuite, Release, Workflow } from './model-ci.ts';

export type Json = Record<string, unknown>;

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read';

export interface Account {
  readonly id: number;
  readonly nodeId: string;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  readonly name: string | null;
}

export interface Team {
  readonly id: number;
  readonly nodeId: string;
  readonly slug: string;
  readonly name: string;
  readonly members: readonly Account[];
}

/** What somebody said of a pull request. */
export interface Review {
  readonly id: number;
  readonly nodeId: string;
  readonly author: Account;
  readonly commit: string;
  readonly at: string;
  /** Teams of the author that were asked. */
  readonly onBehalfOf: readonly Team[];
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  body: string;
}

/** What a branch asks of a pull request before it may be merged. */
export interface BranchRule {
  /** Approvals by people with write access; 0 asks for none. */
  readonly requiredReviews: number;
  /** Names of check runs and contexts of statuses. */
  readonly requiredChecks: readonly string[];
}

/** A word of a person or program about a commit, older than check runs. */
export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: Account;
  readonly at: string;
}

/** One version of a body: who wrote it, when, and the full text after it. */
export interface Edit {
  readonly id: number;
  readonly editor: Account;
  readonly at: string;
  readonly text: string;
}

export interface Reaction {
  readonly id: number;
  readonly nodeId: string;
  readonly user: Account;
  readonly content: string;
  readonly at: string;
}

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

/** What issues and comments have in common: a body with a history. */
export interface Writing {
  readonly id: number;
  readonly nodeId: string;
  readonly author: Account;
  readonly createdAt: string;
  body: string | null;
  updatedAt: string;
  /** Oldest first; empty until the first edit, as on GitHub. */
  readonly edits: Edit[];
  readonly reactions: Reaction[];
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

/** How a pull request was merged. */
export interface Merge {
  /** The commit that it became on its base branch. */
  readonly sha: string;
  readonly at: string;
  readonly by: Account;
}

/** The rest of a pull request: the emulator's description of it, as last seen. */
export interface PullFacts {
  json: Json;
  /** The emulator knows nothing of it: it would forget what was pushed to the base branch meanwhile. */
  merge: Merge | null;
  /** Who owns the fork that it comes from; undefined for a branch of the repository itself. */
  readonly fork: Account | undefined;
  /** Oldest first. */
  readonly reviews: Review[];
  /** Who was asked for a review and has not given one since. */
  readonly asked: { people: readonly Account[]; teams: readonly Team[] };
}

/** One line of the history: somebody closed or reopened the issue. */
export interface StateChange {
  readonly id: number;
  readonly to: 'open' | 'closed';
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
  locked: boolean;
  lockReason: string | null;
  milestone: Milestone | null;
  labels: Label[];
  assignees: Account[];
  readonly comments: Comment[];
  readonly subIssues: Issue[];
  parent: Issue | null;
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
  /** By branch. */
  readonly rules: ReadonlyMap<string, BranchRule>;
  /** None: discussions are switched off. */
  readonly discussionCategories: readonly DiscussionCategory[];
  /** Oldest first. */
  readonly discussions: Discussion[];
  labels: Label[];
  pinned: { readonly id: number; readonly issue: Issue; readonly by: Account }[];
}

export interface AppIdentity {
  readonly id: number;
  readonly slug: string;
  readonly privateKey: string;
  readonly installationId: number;
  readonly webhookSecret: string;
}

export interface World {
  /** The address that links start with. */
  readonly origin: string;
  /** The address that this machine is reached by, whatever links start with. */
  readonly storage: string;
  readonly app: AppIdentity;
  /** Now, with the second precision of GitHub's timestamps. */
  readonly now: () => string;
  /** When it was built. */
  readonly began: string;
  readonly nextId: () => number;
  readonly accounts: ReadonlyMap<string, Account>;
  /** By slug. */
  readonly teams: ReadonlyMap<string, Team>;
  /** Members of the organisation by login. */
  readonly members: ReadonlySet<string>;
  /** Undefined when the owner has none, as every person. */
  readonly issueFields: readonly IssueField[] | undefined;
  readonly repos: ReadonlyMap<string, Repo>;
  readonly emulator: Emulator;
  readonly deliveries: Deliveries;
}
