// What a run tells of the pull requests that would change its config.
import type { Skip } from '../domain/desired.ts';
import type { Operation } from '../domain/operation.ts';
import type { Applied } from '../domain/outcome.ts';

export interface Checks {
  /** Check runs to make, in order; a plan makes none of them. */
  readonly operations: readonly Operation[];
  readonly applied: readonly Applied[];
  readonly skips: readonly Skip[];
}
