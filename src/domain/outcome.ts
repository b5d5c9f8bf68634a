// What became of one operation.
import type { Operation } from './operation.ts';

/**
 * `done`: written. `already`: it was so when we looked again. `failed`: GitHub refused it or nobody knows.
 * `soft`: could not be done, and nothing depends on it. `not-tried`: what it needs was not made.
 * `held`: left to the next run, to stay below GitHub's limits.
 */
export type Outcome = 'done' | 'already' | 'failed' | 'soft' | 'not-tried' | 'held';

export interface Applied {
  readonly operation: Operation;
  readonly outcome: Outcome;
  /** The issue that it made or changed. */
  readonly number?: number | undefined;
  /** What people should know about it, one sentence. */
  readonly detail?: string | undefined;
}

/** What one writing function answers; throwing means that it failed. */
export interface Written {
  readonly outcome: Outcome;
  readonly number?: number | undefined;
  readonly detail?: string | undefined;
}
