// The writes that concern pull requests: opening one, checks of their config, comments.
import type { PutFile } from './repository-operation.ts';

/** Opens a pull request that changes one file on a branch of its own. */
export interface OpenPull {
  readonly kind: 'open-pull';
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly content: string;
  /** The branch that it goes to; absent: the default branch. */
  readonly base?: string | undefined;
  readonly entry: string;
  /** The file may be new: one that is on the branch already stays as it is. */
  readonly isNew?: true | undefined;
  /** One that people closed stays closed, and a refusal is final. */
  readonly unasked?: boolean | undefined;
}

/** Writes what the checkboxes of a pull request of ours ask for: its file, then its text. */
export interface UpdatePull {
  readonly kind: 'update-pull';
  readonly number: number;
  /** Its whole text from now on. */
  readonly body: string;
  /** As it was when this run looked: another one stays. */
  readonly seen: string;
  /** Absent: the file is written already, or stays as it is. */
  readonly file?: Omit<PutFile, 'kind'> | undefined;
}

/** A mark at lines of a file; lines count from 1. */
export interface CheckAnnotation {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly level: 'failure' | 'warning';
  readonly message: string;
}

/** Makes a check run on a commit. A new one takes the place of an older one of the same name. */
export interface CreateCheck {
  readonly kind: 'create-check';
  /** Number of the pull request whose head the commit is. */
  readonly pull: number;
  readonly head: string;
  readonly name: string;
  /** What it was judged against: says later whether it still holds. */
  readonly externalId: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** Markdown, already escaped. */
  readonly summary: string;
  /** More of it, shown below; Markdown, already escaped. */
  readonly text: string;
  readonly annotations: readonly CheckAnnotation[];
}

/** Says something of a commit beside its checks. GitHub takes no more than 1,000 of a context for a commit. */
export interface SetStatus {
  readonly kind: 'set-status';
  /** Of the pull request whose newest commit it is, for the report. */
  readonly number: number;
  readonly head: string;
  readonly context: string;
  readonly state: 'success' | 'pending' | 'failure';
  /** Plain text; GitHub takes 140 characters. */
  readonly description: string;
}

/** A comment on a pull request; looked for by its key first, so that it is not made twice. */
export interface CreatePullComment {
  readonly kind: 'create-pull-comment';
  readonly number: number;
  readonly key: string;
  /** Markdown without the marker. */
  readonly body: string;
}

/** New words for a comment of ours. */
export interface EditComment {
  readonly kind: 'edit-comment';
  /** Number of the pull request, for the report. */
  readonly number: number;
  readonly commentId: number;
  readonly key: string;
  readonly body: string;
}

/** Folds a comment of ours away; GitHub can do that over GraphQL only (`minimizeComment`). */
export interface MinimiseComment {
  readonly kind: 'minimise-comment';
  readonly number: number;
  readonly nodeId: string;
  readonly reason: 'outdated' | 'resolved';
}
