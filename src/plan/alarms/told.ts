// What a run says of itself on GitHub, beside what its config asks for.
import type { Operation } from '../../domain/operation.ts';
import type { Applied } from '../../domain/outcome.ts';

export interface Told {
  readonly operations: readonly Operation[];
  /** A plan carries none of them out. */
  readonly applied: readonly Applied[];
  /** Why nothing could be said. */
  readonly why?: string | undefined;
}
