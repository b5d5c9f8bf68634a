// The writes that only a cleanup makes: they take away what relcomms has put into a repository.
import type { Sent } from './notice.ts';

/** Deletes a label, which takes it off everything that carries it. */
export interface DeleteLabel {
  readonly kind: 'delete-label';
  readonly name: string;
}

/** Closes a pull request of ours without merging it. */
export interface ClosePull {
  readonly kind: 'close-pull';
  readonly number: number;
}

export interface DeleteBranch {
  readonly kind: 'delete-branch';
  readonly branch: string;
}

/** What stands elsewhere: a message that is pinned on Slack, or our part of a page of the wiki. */
export type LeftStanding =
  | { readonly kind: 'slack'; readonly workspace?: string | undefined }
  | { readonly kind: 'wiki'; readonly page: string; readonly block: string };

/** Takes a pin off a message, or our part out of a page; the record of messages remembers it. */
export interface TakeBack {
  readonly kind: 'take-back';
  /** Number of the issue that has the record. */
  readonly number: number;
  readonly record: { readonly key: string; readonly commentId: number };
  /** Key of the message. */
  readonly message: string;
  readonly what: LeftStanding;
  readonly sent: Sent;
}
