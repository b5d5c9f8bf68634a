// What one look at a repository found, in our words: the facts that duties may read.
import type { Day, Instant } from './day.ts';
import type { Known } from './known.ts';
import type { HeardComment, Hearing } from './hearing.ts';
import type { EditedComment } from './edited-comment.ts';

/** One line of the ledger: something that was said or done, once. */
export interface LedgerEntry {
  /** Deterministic: `v1.18.0/opened`. */
  readonly key: string;
  readonly day: Day;
  /** One line of Markdown, already escaped. */
  readonly text: string;
}

/** A task that somebody decided to leave out. */
export interface Skipped {
  /** The login of whoever gave the command. */
  readonly by: string;
  /** Their reason, in their words. */
  readonly because: string;
}

/** What a run has to remember to know what has changed since. */
export interface LedgerState {
  /** Ids of the checklist items that were done. */
  readonly done: readonly string[];
  /** Days of milestones as last told, by id. */
  readonly days: Readonly<Record<string, Day>>;
  /** Days on which open tasks are due as last told, by id. */
  readonly due: Readonly<Record<string, Day>>;
  /** `task/login` for everybody who was assigned to a task issue once. */
  readonly assigned: readonly string[];
  /** The day on which each task was seen done for the first time, by id; without one, nobody noted it. */
  readonly doneOn?: Readonly<Record<string, Day>> | undefined;
  /** Tasks that were left out by a command, by id. */
  readonly skipped?: Readonly<Record<string, Skipped>> | undefined;
  /** Tasks that relcomms carried out, by id, each with the page that shows it, or nothing: their boxes were checked once. */
  readonly carriedOut?: Readonly<Record<string, string>> | undefined;
  /** `task/task` for what the issue of the first was said to wait for, and who said it; absent when there is nothing. */
  readonly blocked?: Readonly<Record<string, string>> | undefined;
  /** Ids of the steps that are checked, of tasks that are not done; absent when there are none. */
  readonly steps?: readonly string[] | undefined;
  /** Logins of people who asked for no pings in this release; absent when there is nobody. */
  readonly muted?: readonly string[] | undefined;
  /** Ids of tasks whose issue was put below the tracking issue once, or that GitHub refused to put there. */
  readonly below: readonly string[];
}

/** The bot comment that keeps what was announced, where and when. */
export interface Ledger {
  readonly commentId: number;
  readonly body: string;
  readonly entries: readonly LedgerEntry[];
  /** Absent when nothing was noted yet, or when somebody broke it. */
  readonly state?: LedgerState | undefined;
  /** Younger comments that are its double, oldest first: two runs began it at once. What they say is in it already. */
  readonly doubles?: readonly { readonly commentId: number; readonly body: string }[] | undefined;
}

/** Rows of data by name; what a row holds is known to the duty that keeps it. */
export type RecordRows = Readonly<Record<string, unknown>>;

/** A folded comment of ours that keeps what a duty has to know from run to run. */
export interface RecordComment {
  readonly name: string;
  readonly commentId: number;
  readonly body: string;
  /** Empty when somebody broke it. */
  readonly rows: RecordRows;
  /** Younger comments that are its double, oldest first: two runs began it at once. Their rows are in it already. */
  readonly doubles?: readonly { readonly commentId: number; readonly body: string }[] | undefined;
}

/** A checkbox of ours that somebody else set or cleared. */
export interface ChangedBox {
  readonly id: string;
  /** Login of who left it as it is now, that of a program with `[bot]`; absent: the edit history does not tell. */
  readonly by?: string | undefined;
}

/** An issue that one of our accounts opened and marked. */
export interface OwnIssue {
  /** The key of its marker. */
  readonly key: string;
  readonly number: number;
  /** GraphQL node id. */
  readonly id: string;
  /** REST id, which sub-issues are linked by. */
  readonly databaseId: number;
  /** Number of the issue that it is a sub-issue of. */
  readonly parent?: number | undefined;
  readonly title: string;
  /** Its page. */
  readonly url?: string | undefined;
  readonly body: string;
  /**
   * The body as one of our accounts wrote it last, where somebody else edited it since: what it remembers counts as
   * it stands there. Empty when nobody knows any more.
   */
  readonly ownBody?: string | undefined;
  /** Checkboxes that are not as one of our accounts wrote them last; absent when nobody changed one since. */
  readonly boxes?: readonly ChangedBox[] | undefined;
  /** When people edited the body last, or later than that; absent when nobody asked GitHub. */
  readonly editedAt?: Instant | undefined;
  readonly state: 'open' | 'closed';
  /** Who closed or reopened it last, or opened it when nobody did; absent when nobody asked GitHub. */
  readonly stateBy?: 'us' | 'people' | undefined;
  /** GraphQL node id of that last change; absent when its state never changed. */
  readonly stateChange?: string | undefined;
  /** When that was. */
  readonly stateAt?: Instant | undefined;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone?: string | undefined;
  readonly createdAt: Instant;
  /** Comments with commands that carry no reaction of ours. */
  readonly commands: readonly HeardComment[];
  /** What else was heard of its comments; absent when nobody asked GitHub. */
  readonly heard?: Omit<Hearing, 'commands'> | undefined;
  readonly ledger?: Ledger | undefined;
  /** Absent when it has none. */
  readonly records?: readonly RecordComment[] | undefined;
  /** Comments of ours that say something else than we wrote; absent when there are none. */
  readonly edited?: readonly EditedComment[] | undefined;
  /** Why it is unknown what we remembered here, in words; absent when it is known. */
  readonly unsure?: string | undefined;
}

/** GitHub's own milestone, not a point of the schedule. */
export interface GitHubMilestone {
  readonly number: number;
  readonly title: string;
  readonly dueOn?: Day | undefined;
  readonly state: 'open' | 'closed';
}

/** An open issue or pull request that carries a label by which people hold a release up. */
export interface Blocker {
  readonly number: number;
  readonly title: string;
  /** Title of its GitHub milestone. */
  readonly milestone?: string | undefined;
  readonly assignees: readonly string[];
  readonly createdAt: Instant;
}

/** A place for a file on a branch. */
export interface BranchFile {
  /** Absent: the default one. */
  readonly branch?: string | undefined;
  readonly path: string;
  /** What git calls its bytes; absent: there is no such file. */
  readonly oid?: string | undefined;
  /** The branch is the default one, and takes changes by pull request only. */
  readonly isProtectedDefault: boolean;
  /** Where somebody asked for it; undefined when there is no such file. */
  readonly text?: Known<string | undefined> | undefined;
}

export interface RepositoryLabel {
  readonly name: string;
  /** GraphQL node id; absent for one that a plan foresees. */
  readonly id?: string | undefined;
}

/** Whether a version is out: its tag is there, and a GitHub release for it that is neither a draft nor a pre-release. */
export interface Publication {
  readonly version: string;
  readonly published: boolean;
  /** What is missing; absent when it is out. A version that is a pre-release itself may be one on GitHub. */
  readonly missing?: 'tag' | 'release' | 'draft' | 'pre-release' | undefined;
  /** The page of the GitHub release; empty while it is not out. */
  readonly url: string;
}

/**
 * Everything that can be looked at. Each is named by its key in `needs`, and added by its own file in
 * `src/github/facts/`.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- facts add to it by merging
export interface Observed {}

export type Fact = keyof Observed;

export type Observation = { readonly [F in Fact]: Known<Observed[F]> };
