// Lets the oldest runs go, and keeps of them since when a test is red or was green last.
import type { Point, RecordedRun, RecordedTest, TestRecord } from './test-record.ts';

/** The record with the newest runs only, and only with tests that failed in one of them, are red since before, or are watched. */
export function leaveBehind(
  record: TestRecord,
  most: number,
  watched: ReadonlySet<string> = new Set(),
): TestRecord {
  const old = record.runs.slice(0, Math.max(0, record.runs.length - most));
  const runs = record.runs.slice(old.length);
  const all = [...record.tests].map(([id, test]): [string, RecordedTest] => [
    id,
    old.reduce((before, run) => past(id, before, run, record), test),
  ]);
  const failed = new Set([...watched, ...runs.flatMap((run) => run.failed)]);
  const kept = new Map(all.filter(([id, { before }]) => failed.has(id) || isRed(id, before?.red, runs)));
  const used = new Set(runs.map(({ family }) => family));
  return {
    ...record,
    runs: runs.map((run) => withTests(run, kept)),
    tests: kept,
    families: new Map([...record.families].filter(([id]) => used.has(id))),
  };
}

/** Red since before the window, and nothing in it says otherwise. */
function isRed(id: string, red: Point | undefined, runs: readonly RecordedRun[]): boolean {
  return red !== undefined && !runs.some(({ passed, gone }) => passed.includes(id) || gone.includes(id));
}

function past(id: string, test: RecordedTest, run: RecordedRun, { runs }: TestRecord): RecordedTest {
  const point: Point = { commit: run.commit, at: run.at };
  // A report that lacks a red test says nothing by itself.
  const wasGone = run.gone.includes(id) && test.before?.red === undefined;
  if (run.passed.includes(id) || wasGone) return { ...test, before: { good: point } };
  if (run.failed.includes(id)) return { ...test, before: { ...test.before, red: test.before?.red ?? point } };
  const own = runs.some((other) => other.family === run.family && other.failed.includes(id));
  const wasFine = own && run.complete && !run.skipped.includes(id) && test.before?.red === undefined;
  return wasFine ? { ...test, before: { good: point } } : test;
}

/** A run without the ids of tests that are no longer remembered. */
export function withTests(run: RecordedRun, tests: ReadonlyMap<string, unknown>): RecordedRun {
  const known = (ids: readonly string[]): string[] => ids.filter((id) => tests.has(id));
  const { failed, passed, skipped, gone } = run;
  return { ...run, failed: known(failed), passed: known(passed), skipped: known(skipped), gone: known(gone) };
}
