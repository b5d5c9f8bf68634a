// What should exist, as duties say it: plain data that one diff compares with what was observed.
import type { DesiredBook } from './manual-book.ts';
import type { Day } from './day.ts';
import type { BodyDocument } from './issue-body.ts';
import type { LedgerState, RecordRows } from './observed.ts';
import type { DesiredCheck } from './desired-check.ts';
import type { DesiredNotice } from './desired-notice.ts';
import type { DesiredStatus } from './desired-status.ts';
import type { DesiredSlipPull } from './slip-pull.ts';

/** A label of the repository; made when missing, never changed afterwards. */
export interface DesiredLabel {
  readonly kind: 'label';
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string;
  readonly why: string;
}

/** GitHub's milestone with its due day; adopted by title when people made it first. */
export interface DesiredMilestone {
  readonly kind: 'milestone';
  readonly title: string;
  readonly description: string;
  readonly dueOn: Day;
  /** The cycle is over: one that is open is closed, and none is made. Key of the ledger entry that says so. */
  readonly closing?: string;
  readonly why: string;
}

export interface DesiredIssue {
  readonly kind: 'issue';
  readonly key: string;
  readonly title: string;
  /** Titles that we give it at other times: only one of these is changed, since every other is of people. */
  readonly otherTitles?: readonly string[] | undefined;
  readonly body: BodyDocument;
  /** Added, never taken away: people may add theirs. */
  readonly labels: readonly string[];
  /** Each is assigned once: the ledger entry with this key says so, and people may take it back. */
  readonly assignees: readonly {
    readonly login: string;
    readonly entry: string;
    readonly why: string;
    /** The person asked for it: the one assignment that somebody gets who wants no pings. */
    readonly taken?: boolean | undefined;
  }[];
  /** Title of a GitHub milestone; set where it has none. */
  readonly milestone?: string | undefined;
  /** Title of the GitHub milestone that it has no longer: it is moved from that one, too. */
  readonly movesFrom?: string | undefined;
  /** `closed` closes it; `open` opens a new one when none is there, but never reopens what people closed. */
  readonly state: 'open' | 'closed';
  /** Pins it in this run. */
  readonly pin: boolean;
  /** Takes its pin off, if it has one. */
  readonly unpin?: boolean;
  /** Key of the issue that it is put below, once: the ledger state says under `entry` that it was tried. */
  readonly parent?:
    | {
        readonly key: string;
        readonly entry: string;
        /** Key of the issue beside which it belongs there; absent: at the end. */
        readonly beside?: { readonly where: 'after' | 'before'; readonly key: string } | undefined;
        /** Key of the issue that it is below now: it is moved from that one, and put nowhere from any other place. */
        readonly movesFrom?: string | undefined;
      }
    | undefined;
  /**
   * What GitHub says that it waits for: by key of the other issue, added once, and taken back where we added it. The
   * ledger state says under `entry` what was tried.
   */
  readonly dependencies?:
    | readonly { readonly key: string; readonly entry: string; readonly wanted: boolean }[]
    | undefined;
  /** Goes into the organisation's field when the issue is opened, and again when the day is not the one told last. */
  readonly targetDate?:
    | { readonly day: Day; readonly told?: Day | undefined; readonly entry: string }
    | undefined;
  /** Of labels that begin with one of these only the desired ones stay: `week/`. */
  readonly exclusive?: readonly string[];
  /** Opens it again when it is closed: only for issues whose state follows something else. */
  readonly reopen?: boolean;
  /** Why it is opened again, when it is; default: its checkbox. */
  readonly whyReopened?: string | undefined;
  /** Keys of answers to commands that its words carry out: they wait until those are written. */
  readonly answers?: readonly string[] | undefined;
  /** Key among the `answers` of a file that its words tell of: they are not written unless that is. */
  readonly after?: string | undefined;
  /** Why it should exist, for the report. */
  readonly why: string;
  /** Why its words change today. */
  readonly whyBody: string;
  /** It is closed though it was not done. */
  readonly notPlanned?: boolean;
  /** Why it is closed, when it is. */
  readonly whyClosed?: string | undefined;
  /** Key of the ledger entry that says that it was closed: closing waits for all else that this entry tells of. */
  readonly closing?: string | undefined;
}

/** A line in the ledger of an issue, written once. */
export interface DesiredEntry {
  readonly kind: 'entry';
  /** Key of the issue whose ledger it belongs to. */
  readonly issue: string;
  readonly key: string;
  readonly day: Day;
  /** One line of Markdown, already escaped. */
  readonly text: string;
  /** The login of whom it says that GitHub does not let them be assigned. */
  readonly unassignable?: string | undefined;
  /** Pages show it: the run that writes it looks again and brings them up to date. */
  readonly shown?: true | undefined;
  readonly why: string;
}

/** What the ledger of an issue has to remember. */
export interface DesiredState {
  readonly kind: 'state';
  readonly issue: string;
  readonly state: LedgerState;
  readonly why: string;
}

/** A file on a branch, byte for byte: made when missing, with its branch, and written when its bytes differ. */
export interface DesiredFile {
  readonly kind: 'file';
  readonly branch: string;
  readonly path: string;
  readonly content: string;
  /** Of the commit. */
  readonly message: string;
  /** Keys of answers to commands that it remembers: they wait until it is written. */
  readonly answers?: readonly string[] | undefined;
  readonly why: string;
}

/** A comment that keeps rows of data from run to run: made when missing, edited when its text differs. */
export interface DesiredRecord {
  readonly kind: 'record';
  /** Key of the issue that it stands on. */
  readonly issue: string;
  /** Lower-case words with hyphens, unique on the issue. */
  readonly name: string;
  /** What people see of it folded, and the sentence inside: Markdown of one line each, already escaped. */
  readonly title: string;
  readonly about: string;
  /** It is not folded: `title` is its heading, and `about` may have several lines. */
  readonly isShown?: true | undefined;
  /** Keys of answers to commands that it remembers: they wait until it is written. */
  readonly answers?: readonly string[] | undefined;
  /** Rows that two runs change at once are merged one by one, so each stands for itself. */
  readonly rows: RecordRows;
  /** Only made where it is missing: the rows of one that is there are others' business. */
  readonly begins?: true | undefined;
  readonly why: string;
}

/** A comment that is made once and never changed: a notice. The ledger entry with `entry` says that it was made. */
export interface DesiredComment {
  readonly kind: 'comment';
  /** Key of the issue that it stands on. */
  readonly issue: string;
  readonly key: string;
  /** Key of the ledger entry that is written with it. */
  readonly entry: string;
  /** Markdown, already escaped, without the marker. */
  readonly body: string;
  /** Somebody asked for it: the answers of a run on an issue are one comment, and all else that it says there another. */
  readonly isAnswer?: true | undefined;
  /** It goes along with another comment of this run on the issue, and not by itself: the duty says until when. */
  readonly mayWait?: boolean | undefined;
  /** Versions of the releases that it is about, where others than that of the issue are among them. */
  readonly about?: readonly string[] | undefined;
  /** An alarm or a welcome: it stands above all else that this run says there. */
  readonly isFirst?: true | undefined;
  /** A pull request that the comment ends with: it waits until that is there, or refused for good. */
  readonly pull?: PullMention | undefined;
  readonly why: string;
}

/** How a comment tells of a pull request, whose number is not known before it is open. */
export interface PullMention {
  readonly branch: string;
  /** What stands before its number. */
  readonly words: string;
  /** Said in its place when GitHub does not let us open it. */
  readonly otherwise: string;
}

/** A pull request that changes one file: a proposal, since dates are moved by people. */
export interface DesiredPull {
  readonly kind: 'pull';
  /** Deterministic, so that asking twice opens one. */
  readonly branch: string;
  readonly title: string;
  /** Markdown, already escaped. */
  readonly body: string;
  readonly path: string;
  readonly content: string;
  /** The branch that it goes to; absent: the default branch. */
  readonly base?: string | undefined;
  /** Key of the ledger entry that is withheld when it could not be opened. */
  readonly entry: string;
  /** Nobody asked for it: one that people closed stays closed, and a refusal is final. */
  readonly unasked?: boolean;
  readonly why: string;
}

/** The reason for a 😕 that shows only while the operations are carried out. */
export interface Excuse {
  readonly number: number;
  readonly key: string;
  readonly body: string;
}

/** Our answer to a comment with commands: 👍 carried out, 😕 not. */
export interface DesiredReaction {
  readonly kind: 'reaction';
  readonly commentId: number;
  readonly content: '+1' | 'confused';
  /** When this ledger entry is withheld, the answer is 😕. */
  readonly entry: string;
  /** Told in that case, as a comment of ours on the issue `number`. Markdown, already escaped, without the marker. */
  readonly excuse?: Excuse | undefined;
  readonly why: string;
}

/**
 * A comment on a pull request that follows the state of things: made when missing, edited in place when its text
 * differs, folded away when it has served. What is folded stays folded and is not edited any more.
 */
export interface DesiredPullComment {
  readonly kind: 'pull-comment';
  readonly pull: number;
  readonly key: string;
  /** Markdown, already escaped, without the marker; absent leaves the words as they are and makes no comment. */
  readonly body?: string | undefined;
  /** Folded away for that reason; absent: shown. */
  readonly minimise?: 'outdated' | 'resolved' | undefined;
  readonly why: string;
}

/** A label that is on a pull request, or is not; in contrast to those of issues it is taken off, too. */
export interface DesiredPullLabel {
  readonly kind: 'pull-label';
  readonly pull: number;
  readonly name: string;
  readonly present: boolean;
  /** The answer to the command that asks for it; it waits while the label could not be changed. */
  readonly entry?: string | undefined;
  readonly why: string;
}

/** A part of the body of an issue that another duty keeps: it stands there as a block of its own. */
export interface DesiredSection {
  readonly kind: 'section';
  /** Key of the issue. */
  readonly issue: string;
  /** Name of the block. */
  readonly name: string;
  /** Markdown, already escaped; empty when there is nothing to say. */
  readonly text: string;
  /** One line for the first screen, above what is to be done; absent: it stands below that. */
  readonly isHeadline?: boolean;
  readonly why: string;
}

export type Desired =
  | DesiredLabel
  | DesiredPullComment
  | DesiredPullLabel
  | DesiredCheck
  | DesiredStatus
  | DesiredSection
  | DesiredMilestone
  | DesiredIssue
  | DesiredEntry
  | DesiredPull
  | DesiredSlipPull
  | DesiredReaction
  | DesiredState
  | DesiredFile
  | DesiredBook
  | DesiredNotice
  | DesiredRecord
  | DesiredComment;

/** What a duty chose not to do, and why: shown in every report. */
export interface Skip {
  readonly duty: string;
  readonly what: string;
  readonly why: string;
}
