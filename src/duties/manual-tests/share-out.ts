// Gives each run of a test a tester, and leaves those that have one where they are.
import { type ManualTest, type Results, keyOf, runsOf } from '../../domain/manual-test.ts';
import type { Release } from '../../domain/release.ts';
import { assignRuns } from '../../manual-tests/assign.ts';
import { type Candidate, type CandidateInput, earlierThan } from './candidates.ts';
import { type TesterInput, testersOf } from './testers.ts';

export interface ShareInput extends TesterInput, CandidateInput {}

export interface Shared {
  readonly results: Results;
  /** Complexity by login with what was shared out here: the next release counts it. */
  readonly load: ReadonlyMap<string, number>;
}

/**
 * Nobody loses a test because the whole team is away: then it stays with whom it is. Each candidate is even in itself, so
 * that what was run already in an earlier one moves nothing.
 */
export function shareOut(
  release: Release,
  active: readonly Candidate[],
  { tests, results: before }: { readonly tests: readonly ManualTest[]; readonly results: Results },
  input: ShareInput,
  start: ReadonlyMap<string, number>,
): Shared {
  const results = new Map(before);
  const load = new Map(start);
  const people = testersOf(input, release.timezone);
  for (const { milestone } of active) {
    const candidate = milestone.id;
    const runs = runsOf(tests, candidate);
    const rows = runs.map(({ id }) => ({ id, row: results.get(keyOf({ candidate, run: id })) }));
    const earlier = earlierThan(candidate, release, input.config);
    const testers = rows.flatMap(({ id, row }): (readonly [string, string])[] => {
      const tester = row?.tester ?? lastTester(id, earlier, before);
      return tester === undefined ? [] : [[id, tester]];
    });
    const fixed = new Set(rows.filter(({ row }) => row?.result !== undefined).map(({ id }) => id));
    const assigned = assignRuns({ runs, people, testers: new Map(testers), fixed, load: start });
    for (const run of runs) {
      const tester = assigned.testers.get(run.id);
      if (tester === undefined) continue;
      load.set(tester, (load.get(tester) ?? 0) + run.test.complexity);
      const key = keyOf({ candidate, run: run.id });
      if (!fixed.has(run.id)) results.set(key, { ...results.get(key), candidate, run: run.id, tester });
    }
  }
  return { results, load };
}

function lastTester(run: string, earlier: readonly string[], results: Results): string | undefined {
  return earlier.flatMap((candidate) => results.get(keyOf({ candidate, run }))?.tester ?? [])[0];
}
