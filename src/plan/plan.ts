// What one run wants to do, and what it leaves or skips, as plain data.
import type { Skip } from '../domain/desired.ts';
import type { Fact } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';

/** A duty that could not decide because a fact could not be read (P8). */
export interface Unknown {
  readonly duty: string;
  readonly fact: Fact;
  readonly why: string;
}

export interface Plan {
  /** In the order in which they are carried out. */
  readonly operations: readonly Operation[];
  /** Over the limit of this run, or of GitHub; the next one does them. */
  readonly left: readonly Operation[];
  /** Why GitHub's limits left some of them, in words; absent when only the limit of this run did. */
  readonly held?: string | undefined;
  readonly skips: readonly Skip[];
  readonly unknown: readonly Unknown[];
}
