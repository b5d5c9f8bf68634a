// One write with its why: the only thing that changes anything outside.
import type { Day } from './day.ts';
import type { ClosePull, DeleteBranch, DeleteLabel, TakeBack } from './cleanup-operation.ts';
import type { Excuse, PullMention } from './desired.ts';
import type { AddDependency, RemoveDependency } from './dependency-operation.ts';
import type { EditedComment } from './edited-comment.ts';
import type { FoldLedger, FoldRecord } from './fold-operation.ts';
import type { BodyDocument } from './issue-body.ts';
import type { IssueRef } from './issue-ref.ts';
import type { SendNotice, WriteLedger, WriteRecord } from './log-operation.ts';
import type {
  CreateCheck,
  CreatePullComment,
  EditComment,
  MinimiseComment,
  OpenPull,
  SetStatus,
  UpdatePull,
} from './pull-operation.ts';
import type { CloseIssue, ReopenIssue, UnpinIssue } from './state-operation.ts';
import type {
  CloseMilestone,
  CreateLabel,
  CreateMilestone,
  MoveMilestone,
  PutBook,
  PutFile,
} from './repository-operation.ts';

export interface CreateIssue {
  readonly kind: 'create-issue';
  readonly key: string;
  readonly title: string;
  readonly body: BodyDocument;
  readonly labels: readonly string[];
  readonly milestone?: string | undefined;
  /** For the organisation's field of that name, where it has one. */
  readonly targetDate?: Day | undefined;
}

/** Merges the document into the body as it stands at that moment. */
export interface WriteBody {
  readonly kind: 'write-body';
  readonly issue: IssueRef;
  readonly body: BodyDocument;
  /** Key of the ledger entry that is withheld when it could not be written. */
  readonly entry?: string | undefined;
  /** Keys of answers to commands that wait until it is written. */
  readonly answers?: readonly string[] | undefined;
  /** Key that another write of this run postpones while it can't be made: then this one is not tried. */
  readonly after?: string | undefined;
}

export interface AddSubIssue {
  readonly kind: 'add-sub-issue';
  readonly parent: IssueRef;
  readonly issue: IssueRef;
  /** Where it belongs among the others; absent: at the end. */
  readonly beside?: { readonly where: 'after' | 'before'; readonly issue: IssueRef } | undefined;
  /** It is taken from the issue that it is below now. */
  readonly moves?: true | undefined;
  /** Key in the ledger state; it is withheld unless GitHub took it, or refused it for good. */
  readonly entry: string;
  /** Whether the next run tries again after a refusal. */
  readonly insist: boolean;
  /** Present between two tries: it was refused before, and is asked again once an hour. */
  readonly waits?: true | undefined;
}

/** Moves the value of the organisation's field "Target date", where it has one. */
export interface SetTargetDate {
  readonly kind: 'set-target-date';
  readonly number: number;
  readonly from: Day;
  readonly day: Day;
  /** Key in the ledger state; it is withheld unless GitHub took or refused it. */
  readonly entry: string;
}

export interface RemoveLabel {
  readonly kind: 'remove-label';
  readonly number: number;
  readonly label: string;
  /** Key of the answer that waits while this could not be done. */
  readonly entry?: string | undefined;
}

export interface AddReaction {
  readonly kind: 'add-reaction';
  readonly commentId: number;
  readonly content: '+1' | 'confused';
  readonly entry: string;
  /** Told when the entry is withheld. */
  readonly excuse?: Excuse | undefined;
}

/** A notice on an issue; looked for first, so that it is not made twice. */
export interface CreateComment {
  readonly kind: 'create-comment';
  readonly issue: IssueRef;
  readonly key: string;
  readonly body: string;
  /** Key of the ledger entry that says so; it is withheld when the comment was not made. */
  readonly entry: string;
  /** Somebody asked for it: the answers of a run on an issue are one comment, and all else that it says there another. */
  readonly isAnswer?: true | undefined;
  /** A pull request that it waits for and ends with. */
  readonly pull?: PullMention | undefined;
}

/** Closes an issue whose key another, older issue carries. */
export interface CloseDuplicate {
  readonly kind: 'close-duplicate';
  readonly number: number;
  readonly key: string;
  readonly of: number;
}

export interface AddLabels {
  readonly kind: 'add-labels';
  readonly number: number;
  readonly labels: readonly string[];
  /** Key of the answer that waits while this could not be done. */
  readonly entry?: string | undefined;
}

export interface SetMilestone {
  readonly kind: 'set-milestone';
  readonly issue: IssueRef;
  readonly title: string;
}

/** Gives an issue of ours the title of what is due next; one that people gave it meanwhile stays. */
export interface RenameIssue {
  readonly kind: 'rename-issue';
  readonly number: number;
  readonly from: string;
  readonly title: string;
}

export interface AddAssignee {
  readonly kind: 'add-assignee';
  readonly issue: IssueRef;
  readonly login: string;
  /** Key of the ledger entry that says so; it is withheld when the assignment did not take. */
  readonly entry: string;
}

export interface PinIssue {
  readonly kind: 'pin-issue';
  readonly issue: IssueRef;
}

/** Puts a comment of ours back as one of our accounts wrote it last. */
export interface PutBack extends EditedComment {
  readonly kind: 'put-back';
  /** Of the issue or the pull request. */
  readonly number: number;
  /** Key of the ledger entry that says so. */
  readonly entry: string;
}

/** The writes on pull requests; labels go the way of those on issues. */
export type PullWrite = CreatePullComment | EditComment | MinimiseComment | AddLabels | RemoveLabel;

export type Write =
  | PutBack
  | FoldLedger
  | FoldRecord
  | CreateLabel
  | CreatePullComment
  | EditComment
  | MinimiseComment
  | CreateMilestone
  | MoveMilestone
  | CloseMilestone
  | CreateIssue
  | WriteBody
  | CloseIssue
  | CloseDuplicate
  | ReopenIssue
  | AddSubIssue
  | AddDependency
  | RemoveDependency
  | RemoveLabel
  | CreateComment
  | AddReaction
  | OpenPull
  | UpdatePull
  | AddLabels
  | SetMilestone
  | RenameIssue
  | SetTargetDate
  | AddAssignee
  | PinIssue
  | UnpinIssue
  | CreateCheck
  | SetStatus
  | SendNotice
  | PutFile
  | PutBook
  | DeleteLabel
  | ClosePull
  | DeleteBranch
  | TakeBack
  | WriteRecord
  | WriteLedger;

/** A write, who asks for it, and why. */
export type Operation = Write & { readonly duty: string; readonly why: string };
