// What an embedded GitHub starts with.
import type { JobWord } from './job-words.ts';
import type { Permission } from './model/account.ts';
import type { InstallationState } from './model/installation.ts';
import type { CommitStatus } from './model/pull.ts';

export interface PersonSeed {
  readonly login: string;
  /** `none` for somebody who has nothing to do with the repositories; everybody may read a public one. */
  readonly permission: Permission | 'none';
  readonly name?: string;
}

export interface AppSeed {
  readonly slug?: string;
  readonly webhookUrl?: string;
  readonly webhookSecret: string;
  /** Default: issues, contents, pull_requests, checks and discussions `write`; statuses, actions, metadata, members and issue_fields `read`. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Events that it hears of. Default: every one. */
  readonly events?: readonly string[];
}

export interface RuleSeed {
  /** Approvals by people with write access. */
  readonly requiredReviews?: number;
  /** Names of check runs and contexts of statuses. */
  readonly requiredChecks?: readonly string[];
  /** Whether a ruleset asks for it, which branch protection does not show. Default: branch protection. */
  readonly isRuleset?: boolean;
}

/** An open pull request that is there from the start. */
export interface PullSeed {
  readonly title: string;
  /** A login of the seed; whoever may not write sends it from a fork. */
  readonly author: string;
  readonly body?: string;
  /** Default: the default branch. */
  readonly base?: string;
  readonly draft?: boolean;
  /** Paths of files that it writes; what is in them says nothing. */
  readonly files: readonly string[];
  /** Labels and the GitHub milestone come into being by their use. */
  readonly labels?: readonly string[];
  readonly milestone?: string;
  /** Logins and slugs of who was asked for a review, before any of the reviews. */
  readonly people?: readonly string[];
  readonly teams?: readonly string[];
  /** Oldest first. */
  readonly reviews?: readonly {
    readonly author: string;
    readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
    /** An instant; default: when the pull request was opened. */
    readonly at?: string;
  }[];
  /** Check runs of the workflow on its newest commit; one without a conclusion is still running. */
  readonly checks?: readonly { readonly name: string; readonly conclusion?: string }[];
  readonly statuses?: readonly { readonly context: string; readonly state: CommitStatus['state'] }[];
  /** An instant; default: now. */
  readonly createdAt?: string;
}

/** A commit that is there from the start, with what CI said of it. */
export interface CommitSeed {
  /** Default: the default branch. */
  readonly branch?: string;
  /** Default: `Change`, and its number in the list. */
  readonly message?: string;
  /** A login of the seed. */
  readonly author?: string;
  /** An instant; default: now. */
  readonly at?: string;
  /** Default: `CI`. */
  readonly workflow?: string;
  /** How each job ended; several words are as many attempts. Each took half an hour. */
  readonly jobs?: Readonly<Record<string, JobWord | readonly JobWord[]>>;
  readonly statuses?: Readonly<Record<string, CommitStatus['state']>>;
  /** Zips by name, from the last attempt. */
  readonly artifacts?: Readonly<Record<string, Uint8Array>>;
}

export interface RepoSeed {
  readonly repo: string;
  /** Login of another organisation that owns it, where the App has an installation of its own. Default: that of the seed. */
  readonly owner?: string;
  /** Text of each file on the default branch. */
  readonly files: Readonly<Record<string, string>>;
  /** Further branches: files that each adds to those of the default branch, or has instead. */
  readonly branches?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By branch: what a pull request into it needs before it may be merged. Default: nothing. */
  readonly rules?: Readonly<Record<string, RuleSeed>>;
  readonly private?: boolean;
  /** Names of labels that are there from the start. */
  readonly labels?: readonly string[];
  /** Names of the categories of its discussions; absent: discussions are switched off. */
  readonly discussionCategories?: readonly string[] | undefined;
  /** Oldest first. */
  readonly commits?: readonly CommitSeed[];
  /** In the order of their numbers, from 1. */
  readonly pulls?: readonly PullSeed[];
  /** By login, where they differ from those of the people. */
  readonly permissions?: Readonly<Record<string, Permission>>;
}

export interface GitHubSeed extends RepoSeed {
  /** Login of the organisation that owns the repositories. */
  readonly owner: string;
  /** For repositories of a person, who has no teams to ask for. Default: an organisation. */
  readonly ownerType?: 'User';
  /** At least one must be an admin. */
  readonly people: readonly PersonSeed[];
  readonly app?: AppSeed;
  /** The permissions that workflows give to their token: what is not named it does not have. Default: all that there are. */
  readonly workflow?: { readonly permissions: Readonly<Record<string, string>> };
  readonly teams?: readonly { readonly slug: string; readonly members: readonly string[] }[];
  /** Fields of the organisation's issues; absent switches them off, as for an owner who is a person. */
  readonly issueFields?:
    | readonly { readonly name: string; readonly type: 'text' | 'date' | 'number' }[]
    | undefined;
  /** How GitHub treats the App's installations at the start, by owner. Default: as it should be. */
  readonly installations?: Readonly<
    Record<
      string,
      {
        readonly state?: InstallationState;
        readonly permissions?: Readonly<Record<string, string>>;
        /** Default: `all`. */
        readonly selection?: 'all' | 'selected';
      }
    >
  >;
  /** Further repositories, with the same people. */
  readonly repos?: readonly RepoSeed[];
}
