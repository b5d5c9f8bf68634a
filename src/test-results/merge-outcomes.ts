// Says one thing of each test where reports say several.
import type { TestOutcome, TestResult } from '../domain/test-results.ts';

/** A failure must not get lost behind a pass, nor a pass behind a skip. */
const WEIGHT: Readonly<Record<TestResult, number>> = { failed: 2, passed: 1, skipped: 0 };

/** Each test once, where it came first: the failed one wins over the passed one, and that over the skipped one. */
export function mergeOutcomes(tests: Iterable<TestOutcome>): TestOutcome[] {
  const merged = new Map<string, TestOutcome>();
  for (const test of tests) {
    // Neither part holds a line break.
    const key = `${test.suite}\n${test.name}`;
    const before = merged.get(key);
    if (before === undefined || WEIGHT[test.result] > WEIGHT[before.result]) merged.set(key, test);
  }
  return [...merged.values()];
}
