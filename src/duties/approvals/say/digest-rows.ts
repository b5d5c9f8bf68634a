// The section "Needs approval" as rows, before it has words.
import type { Stray } from '../judge/strays.ts';
import type { Judged } from '../judge/verdict.ts';

export interface DigestRow {
  /** Id of the team in the config; absent where none is asked. */
  readonly team?: string | undefined;
  readonly judged: Judged;
  /** Working days since it was opened. */
  readonly age: number;
}

export interface Digest {
  /** Teams by name, those without one last; within a team the most urgent and then the oldest first. */
  readonly rows: readonly DigestRow[];
  readonly strays: readonly Stray[];
}
