// The writes that bring together what two runs began at once.

/** Brings a log that was begun twice together in the older comment, and folds the younger ones away. */
export interface FoldLedger {
  readonly kind: 'fold-ledger';
  readonly number: number;
  /** Key of the issue that the log belongs to. */
  readonly key: string;
  /** Of the older one. */
  readonly commentId: number;
  readonly younger: readonly number[];
}

/** Brings a record that was begun twice together in the older comment, and folds the younger ones away. */
export interface FoldRecord {
  readonly kind: 'fold-record';
  readonly number: number;
  /** Key of its marker. */
  readonly key: string;
  /** Of the older one. */
  readonly commentId: number;
  readonly younger: readonly number[];
}
