// Operations on the state of an issue that is there: open, closed, no longer pinned.

export interface CloseIssue {
  readonly kind: 'close-issue';
  readonly number: number;
  /** Closed as not planned; absent: as completed. */
  readonly notPlanned?: boolean | undefined;
  /** Key of the ledger entry that says so: while that is withheld, the issue stays open. */
  readonly entry?: string | undefined;
}

export interface ReopenIssue {
  readonly kind: 'reopen-issue';
  readonly number: number;
}

export interface UnpinIssue {
  readonly kind: 'unpin-issue';
  readonly number: number;
  /** Key of the ledger entry that tells of it: it is withheld while this did not come out. */
  readonly entry?: string | undefined;
}
