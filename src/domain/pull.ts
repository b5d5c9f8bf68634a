// A pull request as one look found it: the fact that approvals are decided from.
import type { EditedComment } from './edited-comment.ts';
import type { Instant } from './day.ts';
import type { Known } from './known.ts';
import type { CommandComment } from './command-comment.ts';

/** Who wrote something; `bot` is what GitHub says of the account. */
export interface PullAuthor {
  readonly login: string;
  readonly bot: boolean;
  /** Nobody who can be mentioned: an account that is gone, or one that an import made up. */
  readonly nobody?: true;
}

/** The newest opinion of one person who may write to the repository. */
export interface Review {
  readonly author: string;
  readonly state: 'approved' | 'changes-requested';
  /** When it was given. */
  readonly at: Instant;
  /** Teams for which it was given: `acme/api`. */
  readonly onBehalfOf: readonly string[];
}

/** The checks of the newest commit, as far as the branch requires them. */
export interface Checks {
  readonly state: 'success' | 'pending' | 'failure' | 'none';
  /** Names of the required checks that fail; the others don't hold a pull request up. */
  readonly requiredFailing: readonly string[];
}

/** A comment that one of our accounts wrote and marked. */
export interface PullComment {
  /** REST id, which edits go by. */
  readonly commentId: number;
  /** GraphQL node id, which hiding goes by. */
  readonly nodeId: string;
  /** The key of its marker. */
  readonly key: string;
  readonly body: string;
  /** Whether it is folded away as outdated or resolved. */
  readonly minimised: boolean;
  readonly createdAt: Instant;
}

/** A comment with commands on a pull request that carries no answer of ours yet. */
export type PullCommand = Pick<CommandComment, 'commentId' | 'author' | 'permission' | 'teams' | 'lines'>;

/** A pull request that is open, or a closed one that still shows a comment of ours. */
export interface Pull {
  readonly number: number;
  /** GraphQL node id. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly author: PullAuthor;
  readonly state: 'open' | 'merged' | 'closed';
  readonly draft: boolean;
  /** Branch that it goes to. */
  readonly base: string;
  /** Branch that it comes from. */
  readonly head: string;
  /** The message of its newest commit; absent where that was not read. */
  readonly messages?: readonly string[] | undefined;
  readonly labels: readonly string[];
  /** Title of its GitHub milestone. */
  readonly milestone?: string | undefined;
  /** Paths of the changed files. */
  readonly files: readonly string[];
  /** Whether `files` holds all of them; GitHub lists no more than 3,000. */
  readonly filesComplete: boolean;
  /** Who was asked for a review and has not given one yet; teams as `acme/api`. */
  readonly requested: {
    readonly people: readonly string[];
    readonly teams: readonly string[];
    /** Why some of those who were asked are not known; absent: all are. */
    readonly unread?: string | undefined;
  };
  /** The newest opinion of each person. */
  readonly reviews: readonly Review[];
  /** What GitHub says; `none` when no rule of the branch asks for a review. */
  readonly decision: 'approved' | 'changes-requested' | 'review-required' | 'none';
  /** `unknown` while GitHub is still working it out. */
  readonly mergeable: 'clean' | 'blocked' | 'conflict' | 'unknown';
  readonly checks: Known<Checks>;
  /** Why something else of it that decides is not known; absent: all is. */
  readonly unread?: string | undefined;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** All comments of ours, oldest first, hidden ones too: they say who was told what. */
  readonly comments: Known<readonly PullComment[]>;
  /** Those of them that say something else than we wrote; absent when there are none. */
  readonly edited?: readonly EditedComment[] | undefined;
  /** People who wrote one of the newest comments, each once. */
  readonly commenters: readonly string[];
  /** Of an open one, oldest first. */
  readonly commands: readonly PullCommand[];
}

/** The newest commit status of one context, as GitHub keeps it. */
export interface CommitState {
  readonly state: 'success' | 'pending' | 'failure' | 'error';
  readonly description: string;
}

/** An open pull request as the list of all of them shows it, where commit statuses are asked for. */
export interface ListedPull extends Pick<
  Pull,
  'number' | 'author' | 'draft' | 'base' | 'labels' | 'createdAt'
> {
  /** Its newest commit, which is in this repository too where the pull request comes from a fork. */
  readonly head: string;
  /** When that commit was made, as git has it; absent where that is hidden. */
  readonly committedAt?: Instant | undefined;
  /** Of the context asked for; undefined: it has none. */
  readonly status: Known<CommitState | undefined>;
}

/** Branches of the repository, as far as they are asked for. */
export interface Branches {
  /** The default branch; absent while the repository is empty. */
  readonly main?: string | undefined;
  readonly existing: readonly string[];
}

/** A commit as far as it is known again after it was picked elsewhere: `git cherry-pick` keeps title and time. */
export interface KnownCommit {
  readonly oid: string;
  /** The first line of its message. */
  readonly title: string;
  readonly authoredAt: Instant;
}

/** A merged pull request whose label or GitHub milestone says that a release branch may need it, too. */
export interface Fix {
  readonly number: number;
  readonly title: string;
  readonly author: PullAuthor;
  /** Branch that it was merged to. */
  readonly base: string;
  /** Title of its GitHub milestone. */
  readonly milestone?: string | undefined;
  readonly mergedAt: Instant;
  readonly labels: readonly string[];
  /** What it was merged as, and its own, as far as they were read. */
  readonly commits: readonly KnownCommit[];
}

/** A pull request that was merged to a release branch. */
export interface MergedPull extends Pick<Pull, 'number' | 'title' | 'body' | 'head'> {
  /** Id of the commit that it was merged as. */
  readonly commit?: string | undefined;
  readonly mergedAt: Instant;
}

/** A commit on a release branch. */
export interface BranchCommit extends Omit<KnownCommit, 'title'> {
  readonly message: string;
  readonly committedAt: Instant;
}

/** What came to a release branch of late. */
export interface BranchPicks {
  readonly branch: string;
  /** What came before is not known; absent: all is. */
  readonly since?: Instant | undefined;
  readonly merged: readonly MergedPull[];
  readonly commits: readonly BranchCommit[];
}

export interface Fixes {
  /** `acme/demo`; absent where nothing was looked at. */
  readonly repository?: string | undefined;
  /** Of those that were last touched before, not all are known; absent: all are. */
  readonly since?: Instant | undefined;
  /** The same of those that only a GitHub milestone names. */
  readonly sinceByMilestone?: Instant | undefined;
  /** What came to the default branch of late; absent: nobody asked. */
  readonly main?: BranchPicks | undefined;
  /** Why not all of it is known, so that nothing can be told of any; absent: GitHub showed what was asked for. */
  readonly unread?: string | undefined;
  /** By number, each once. */
  readonly fixes: readonly Fix[];
  /** Of the branches asked for that exist. */
  readonly branches: readonly BranchPicks[];
}

/** An owner on a line of the file. */
export interface UnknownOwner {
  /** Counted from 1. */
  readonly line: number;
  /** As written, without the @. */
  readonly name: string;
}

/** The file of code owners on a base branch, and what a merge into it has to pass. */
export interface BranchOwners {
  readonly branch: string;
  /** The first of `OWNERS_PLACES` that exists; undefined when none does. */
  readonly file: Known<{ readonly path: string; readonly text: string } | undefined>;
  /** Owners of the file whom GitHub does not know, or who may not write; absent when GitHub did not say. */
  readonly unknownOwners?: readonly UnknownOwner[] | undefined;
  /** Names of the checks that it requires; absent when they could not be read. */
  readonly required?: readonly string[] | undefined;
  /** Why one of the two is absent, in GitHub's words. */
  readonly unread?: string | undefined;
}

/** Who is in a team; unknown where our account may not ask. */
export interface TeamMembers {
  /** `acme/api`. */
  readonly team: string;
  readonly members: Known<readonly string[]>;
  /** More teams are named than are read, so nobody asked GitHub. */
  readonly isUnread?: boolean | undefined;
}
