// Keeps the record within its size: tests that matter least make room, and how many did is told.
import { leaveBehind, withTests } from './leave-behind.ts';
import type { TestRecord } from './test-record.ts';

/** `sizeOf` says how long the record is in characters. The greenest and the longest green go first. */
export function fitRecord(
  record: TestRecord,
  most: number,
  sizeOf: (record: TestRecord) => number,
): TestRecord {
  if (sizeOf(record) <= most) return record;
  const ranked = [...record.tests.keys()].toSorted(
    (a, b) => weight(b, record) - weight(a, record) || (a < b ? -1 : 1),
  );
  let [fits, fails] = [0, ranked.length];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (sizeOf(withOnly(record, ranked, middle)) <= most) fits = middle;
    else fails = middle;
  }
  const fitted = withOnly(record, ranked, fits);
  if (sizeOf(fitted) <= most) return fitted;
  // Not the tests make it long: half of the runs go.
  return fitRecord(leaveBehind(fitted, Math.floor(fitted.runs.length / 2)), most, sizeOf);
}

/** Red ones before green ones, and of each those that failed last. */
function weight(id: string, { runs }: TestRecord): number {
  const last = runs.findLast(({ failed, passed, gone }) =>
    [failed, passed, gone].some((ids) => ids.includes(id)),
  );
  const red = last === undefined || last.failed.includes(id) ? runs.length : 0;
  return red + runs.findLastIndex(({ failed }) => failed.includes(id)) + 1;
}

function withOnly(record: TestRecord, ranked: readonly string[], count: number): TestRecord {
  const tests = new Map(
    ranked.slice(0, count).flatMap((id) => {
      const test = record.tests.get(id);
      return test === undefined ? [] : [[id, test] as const];
    }),
  );
  const dropped = record.tests.size - tests.size;
  return { ...record, tests, runs: record.runs.map((run) => withTests(run, tests)), dropped };
}
