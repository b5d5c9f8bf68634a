// A release branch as plain data: commits, a pull request each, and reports of single tests.
import type { Instant } from '../../../../src/domain/day.ts';
import type {
  BranchTests,
  JobRun,
  TestOutcome,
  TestReport,
  TestResult,
} from '../../../../src/domain/test-results.ts';

const HOUR = 3_600_000;

/** Monday, 12 October 2026, at midnight UTC. */
export const MONDAY = Date.parse('2026-10-12T00:00:00Z') as Instant;

/** So many hours after that. */
export function hour(count: number): Instant {
  return (MONDAY + count * HOUR) as Instant;
}

/** The hash of the commit with a number: one an hour. */
export function sha(number: number): string {
  return number.toString(16).padStart(7, '0').padEnd(40, 'f');
}

export function outcome(name: string, result: TestResult = 'failed', suite = 'api'): TestOutcome {
  return { suite, name, result };
}

/** The report of commit `number`, run of the same number; names of tests by their letter: `p` passed, `f`, `s`. */
export function report(
  number: number,
  results: Readonly<Record<string, string>>,
  more: Partial<TestReport> = {},
): TestReport {
  const words: Readonly<Record<string, TestResult>> = { p: 'passed', f: 'failed', s: 'skipped' };
  const tests = Object.entries(results).flatMap(([name, letters]) =>
    Array.from(letters).map((letter) => outcome(name, words[letter] ?? 'skipped')),
  );
  return { commit: sha(number), at: hour(number), run: String(number), attempt: 1, tests, ...more };
}

export function job(number: number, result: JobRun['result'], more: Partial<JobRun> = {}): JobRun {
  return { job: 'ci/unit', commit: sha(number), at: hour(number), result, run: String(number), ...more };
}

/** The branch with commits 1 to `newest`, brought by pull requests 101, 102 and so on. */
export function branch(newest: number, more: Partial<BranchTests> = {}): BranchTests {
  const commits = Array.from({ length: newest }, (_, index) => {
    const number = newest - index;
    const pull = { number: 100 + number, title: `Change ${number}`, author: 'frank' };
    return { sha: sha(number), at: hour(number), pull };
  });
  return { branch: 'release-1.14', commits, jobs: [], reports: [], unread: [], ...more };
}
