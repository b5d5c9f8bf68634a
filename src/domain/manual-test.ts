// Tests that people run by hand, and what they found.
import type { Day } from './day.ts';

/** One manual test, as a maintainer wrote it (Y8). */
export interface ManualTest {
  /** Permanent; results hang on it: `api-create-function`. */
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly expected?: string | undefined;
  /** Id of the team that runs it. */
  readonly team: string;
  /** Its sheet in the workbook. */
  readonly component: string;
  /** It is run once on each; on none in particular when empty. */
  readonly platforms: readonly string[];
  /** Effort, from 1 (minutes) to 5 (a day). */
  readonly complexity: number;
  /** Milestones whose candidates need it; absent when all do. */
  readonly candidates?: readonly string[] | undefined;
  /** Paths, written as in CODEOWNERS, whose change makes an earlier pass void. */
  readonly covers: readonly string[];
  /** Login of the author of what is tested, who is not the only one to test it. */
  readonly author?: string | undefined;
  /** Version with which the test came. */
  readonly since?: string | undefined;
}

/** A test on one platform: a row of the workbook. */
export interface TestRun {
  /** `api-create-function`, or `api-create-function@linux` where a test has platforms. */
  readonly id: string;
  readonly test: ManualTest;
  readonly platform?: string | undefined;
}

export const RESULTS = ['pass', 'fail', 'blocked', 'n/a'] as const;

export type Result = (typeof RESULTS)[number];

/** What people fill in for a run of a test in a candidate; each may be empty. */
export interface ResultFields {
  readonly result?: Result | undefined;
  /** Login of the one who tests. */
  readonly tester?: string | undefined;
  /** The day of the result. */
  readonly day?: Day | undefined;
  readonly link?: string | undefined;
  readonly note?: string | undefined;
}

/** The fields in their order in every table. */
export const FIELDS = [
  'result',
  'tester',
  'day',
  'link',
  'note',
] as const satisfies readonly (keyof ResultFields)[];

export type Field = (typeof FIELDS)[number];

/** What is known of one run of a test in one candidate. */
export interface ManualResult extends ResultFields {
  /** Id of the run of the test. */
  readonly run: string;
  /** Id of the milestone of the candidate: `rc1`. */
  readonly candidate: string;
}

/** Results by `keyOf` of candidate and run. */
export type Results = ReadonlyMap<string, ManualResult>;

/** Neither part can hold a space: ids have none. */
export function keyOf({ candidate, run }: { readonly candidate: string; readonly run: string }): string {
  return `${candidate} ${run}`;
}

export function resultsOf(rows: readonly ManualResult[]): Results {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** What a candidate needs, a run for each platform of a test, in the order of the tests. */
export function runsOf(tests: readonly ManualTest[], candidate?: string): readonly TestRun[] {
  return tests
    .filter(({ candidates }) => candidate === undefined || (candidates?.includes(candidate) ?? true))
    .flatMap((test) =>
      test.platforms.length === 0
        ? [{ id: test.id, test }]
        : test.platforms.map((platform) => ({ id: `${test.id}@${platform}`, test, platform })),
    );
}
