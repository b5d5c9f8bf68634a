// What is remembered of single tests: the newest runs, and how the tests that failed in them came out.
import type { Instant } from '../../../domain/day.ts';
import type { Subject } from '../judge/subject.ts';

/** Runs that are remembered; older ones leave behind only since when a test is red. */
export const WINDOW = 20;

/** A commit at which something was so. */
export interface Point {
  /** Full hash. */
  readonly commit: string;
  readonly at: Instant;
}

/** One run of CI; the lists hold ids of remembered tests. */
export interface RecordedRun extends Point {
  readonly run: string;
  readonly attempt: number;
  readonly url?: string | undefined;
  /** Where its artifacts are, behind `url`. */
  readonly artifacts?: string | undefined;
  /** Runs of one family are those of one workflow, or hold the same suites. Empty when it held no test. */
  readonly family: string;
  /** Whether it told of all its tests: else what is missing is unknown. */
  readonly complete: boolean;
  readonly failed: readonly string[];
  readonly passed: readonly string[];
  readonly skipped: readonly string[];
  /** Tests that it no longer has, although it has their suite. */
  readonly gone: readonly string[];
}

export interface RecordedTest {
  readonly subject: Subject;
  /** Its id by its suite, where it keeps one by its class alone: see `old-ids.ts`. */
  readonly bySuite?: string | undefined;
  /** How it stood before the first remembered run. */
  readonly before?: { readonly red?: Point | undefined; readonly good?: Point | undefined } | undefined;
}

export interface TestRecord {
  /** Oldest first. */
  readonly runs: readonly RecordedRun[];
  /** Those that failed in one of the runs, by id. */
  readonly tests: ReadonlyMap<string, RecordedTest>;
  /** Short hashes of the suites of each family whose workflow is not known. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  /** How many tests there was no room for. */
  readonly dropped: number;
}

export const NO_RECORD: TestRecord = { runs: [], tests: new Map(), families: new Map(), dropped: 0 };

/** The same report seen twice is one run. */
export function runKey({ run, attempt }: Pick<RecordedRun, 'run' | 'attempt'>): string {
  return `${run}/${attempt}`;
}
