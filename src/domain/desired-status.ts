// A commit status as a duty wants it.

/** What the newest commit of an open pull request says beside its checks; written where it says something else. */
export interface DesiredStatus {
  readonly kind: 'status';
  readonly pull: number;
  readonly context: string;
  readonly state: 'success' | 'pending' | 'failure';
  /** Plain text of at most 140 characters. */
  readonly description: string;
  readonly why: string;
}
