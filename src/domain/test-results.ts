// What continuous integration said of a release branch: commits, jobs, and single tests where they are known.
import type { Instant } from './day.ts';

export type TestResult = 'passed' | 'failed' | 'skipped';

/** One test in one report. A test is its suite and its name together. */
export interface TestOutcome {
  /** The way through the suites around it, and its class: `cart > prices > PriceTest`. */
  readonly suite: string;
  /** The class alone, where its suite says more. */
  readonly class?: string | undefined;
  readonly name: string;
  readonly result: TestResult;
  /** Path of its file in the repository, where the report tells it. */
  readonly file?: string | undefined;
  /** First line of what it failed with, as it came. */
  readonly message?: string | undefined;
}

/** What one run of CI said of single tests, whether read from artifacts or from files of the same workflow. */
export interface TestReport {
  /** Full hash. */
  readonly commit: string;
  /** When the run ended, or is looked at. */
  readonly at: Instant;
  /** Id of the workflow run. */
  readonly run: string;
  readonly attempt: number;
  /** Name of the workflow, where it is known. */
  readonly workflow?: string | undefined;
  readonly url?: string | undefined;
  /** Where its artifacts are, behind `url`: `/artifacts/123`, or `#artifacts` of several. Absent: it came from files. */
  readonly artifacts?: string | undefined;
  readonly tests: readonly TestOutcome[];
  /** Why it is not all of it, when it isn't: what is missing counts as unknown, not as passed. */
  readonly incomplete?: string | undefined;
}

/** One job, check or status of one commit; a job that was started again has several. */
export interface JobRun {
  /** Name of the check run or context of the status; `WORKFLOW / NAME` where two workflows use one name. */
  readonly job: string;
  readonly commit: string;
  /** When it ended, or began where it has not. */
  readonly at: Instant;
  /** `skipped` says nothing about the branch: neutral, cancelled and stale ones count as it, too. */
  readonly result: TestResult | 'pending';
  /** Id of the workflow run that it belongs to. */
  readonly run?: string | undefined;
  /** Name of the workflow that it belongs to. */
  readonly workflow?: string | undefined;
  readonly url?: string | undefined;
}

export interface BranchCommit {
  readonly sha: string;
  readonly at: Instant;
  /** The pull request that brought it. */
  readonly pull?: { readonly number: number; readonly title: string; readonly author: string } | undefined;
}

/** The recent past of one release branch. */
export interface BranchTests {
  readonly branch: string;
  /** Newest first. */
  readonly commits: readonly BranchCommit[];
  /** Oldest first. */
  readonly jobs: readonly JobRun[];
  /** Oldest first. */
  readonly reports: readonly TestReport[];
  /** What could not be read of it, in words. */
  readonly unread: readonly string[];
}

/** A report that a run brings along, beside those that it finds at GitHub. */
export interface BranchReport {
  readonly branch: string;
  readonly report: TestReport;
}
