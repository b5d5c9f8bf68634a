// How far the manual tests of a candidate are, per team: the one count that every text and the sheet show.
import { type Result, type Results, type TestRun, keyOf } from '../domain/manual-test.ts';

export interface Counts {
  readonly total: number;
  readonly pass: number;
  readonly fail: number;
  readonly blocked: number;
  readonly 'n/a': number;
  /** Without any result. */
  readonly open: number;
}

const NONE: Counts = { total: 0, pass: 0, fail: 0, blocked: 0, 'n/a': 0, open: 0 };

export function countResults(runs: readonly TestRun[], candidate: string, results: Results): Counts {
  return runs.reduce((counts, { id }) => {
    const state: Result | 'open' = results.get(keyOf({ candidate, run: id }))?.result ?? 'open';
    return { ...counts, total: counts.total + 1, [state]: counts[state] + 1 };
  }, NONE);
}

/** By id of the team, in the order of the runs. */
export function countByTeam(
  runs: readonly TestRun[],
  candidate: string,
  results: Results,
): ReadonlyMap<string, Counts> {
  const teams = new Set(runs.map(({ test }) => test.team));
  return new Map(
    [...teams].map((team) => {
      const own = runs.filter(({ test }) => test.team === team);
      return [team, countResults(own, candidate, results)];
    }),
  );
}

/** Whether everything was run and nothing failed or is blocked. */
export function isPassed({ fail, blocked, open }: Counts): boolean {
  return fail + blocked + open === 0;
}
