// What a cleanup would do, as plain data.
import type { Operation } from './operation.ts';

/** One line of what stays: a thing, and the reason. */
export interface Left {
  readonly what: string;
  readonly why: string;
}

export interface CleanupPlan {
  /** In the order in which they are carried out: our issues close last, and the tracking issues last of all. */
  readonly operations: readonly Operation[];
  /** Stays, since people use it or have written there. */
  readonly kept: readonly Left[];
  /** Could not be read, so nothing of it is taken back. */
  readonly unread: readonly Left[];
}
