// What the embedded GitHub keeps of a pull request, next to its issue.
import type { Account, Team } from './account.ts';
import type { Json } from './json-object.ts';

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
  /** Asked for by a ruleset, not by branch protection: `refUpdateRule` does not show it. */
  readonly isRuleset: boolean;
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
