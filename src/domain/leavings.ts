// What relcomms has left in a repository beside its issues: everything that a cleanup takes back.
import type { Known } from './known.ts';
import type { OwnIssue } from './observed.ts';

/** A label whose description is one that relcomms gives. */
export interface LeftLabel {
  readonly name: string;
  readonly description: string;
  /** Numbers of the issues and pull requests that carry it, by who put it there last. */
  readonly worn: Known<{ readonly ours: readonly number[]; readonly theirs: readonly number[] }>;
}

/** A GitHub milestone that is open, by one of our accounts and with our description. */
export interface LeftMilestone {
  readonly number: number;
  readonly title: string;
}

/** A pull request that carries something of ours. */
export interface LeftPull {
  readonly number: number;
  /** GraphQL node ids of our comments that are not folded. */
  readonly comments: readonly string[];
  /** Labels that it carries since one of our accounts put them there. */
  readonly labels: readonly string[];
  /** It is open, and one of our accounts opened it from a branch of ours. */
  readonly isOwn: boolean;
  /** Why some of it is not known; absent: all of it is. */
  readonly unread?: string | undefined;
}

/** A branch with a name that relcomms gives. */
export interface LeftBranch {
  readonly name: string;
  /** Absent: its newest commits are ours, and nothing stands on it that is not. */
  readonly keptBecause?: string | undefined;
}

export interface Leavings {
  readonly ownIssues: Known<readonly OwnIssue[]>;
  /** Numbers of the pinned issues. */
  readonly pins: Known<readonly number[]>;
  readonly labels: Known<readonly LeftLabel[]>;
  readonly milestones: Known<readonly LeftMilestone[]>;
  readonly pulls: Known<readonly LeftPull[]>;
  readonly branches: Known<readonly LeftBranch[]>;
}
