// What reading one file of test results can come to.
import type { TestOutcome } from '../domain/test-results.ts';

/** Why a file is not used at all. */
export interface Refusal {
  /** What is wrong: goes on behind the name of the file. One line; may hold text from the file, unescaped. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly fix: string;
  /** Both count from 1; absent where the file as a whole is meant. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

export type JunitReading =
  | { readonly kind: 'read'; readonly tests: readonly TestOutcome[] }
  /** Sound XML of another kind, such as a report of coverage; `root` is its outermost element. */
  | { readonly kind: 'other'; readonly root: string }
  | ({ readonly kind: 'refused' } & Refusal);
