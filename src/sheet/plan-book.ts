// What a workbook of manual tests is made from.
import type { ManualTest, Results, TestRun } from '../domain/manual-test.ts';
import { runsOf } from '../domain/manual-test.ts';

export interface BookPlan {
  /** Version of the release: `1.2.0`. */
  readonly release: string;
  /** Ids of the milestones of its candidates, in order. */
  readonly candidates: readonly string[];
  readonly tests: readonly ManualTest[];
  readonly results: Results;
  /** What the next import compares with. Absent: the results, as it is wherever nothing is in conflict. */
  readonly base?: Results | undefined;
}

/** Runs by component, components by their names, runs in the order of the tests. */
export function runsByComponent({ tests }: BookPlan): ReadonlyMap<string, readonly TestRun[]> {
  const components = new Map<string, TestRun[]>();
  for (const run of runsOf(tests)) {
    const own = components.get(run.test.component);
    if (own === undefined) components.set(run.test.component, [run]);
    else own.push(run);
  }
  return new Map([...components].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function needs({ test }: TestRun, candidate: string): boolean {
  return test.candidates?.includes(candidate) ?? true;
}
