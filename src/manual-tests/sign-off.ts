// The sign-off of a team for a candidate: a row among the results, under a name that no run of a test can have.
import type { Day } from '../domain/day.ts';
import { type ManualResult, type Result, type Results, type TestRun, keyOf } from '../domain/manual-test.ts';
import { countResults, isPassed } from './count-results.ts';

/** A person who says for a team that a candidate is good. */
export interface SignOff {
  /** Login; absent where somebody wrote none into the file. */
  readonly by?: string | undefined;
  readonly day?: Day | undefined;
  /** Why it holds although tests are open, failed, or are blocked. */
  readonly because?: string | undefined;
}

/** Ids of tests hold no dot. Readers that know no sign-off keep the row as a result that belongs to no test. */
export function signOffRun(team: string): string {
  return `sign-off.${team}`;
}

export function signOffRow(
  team: string,
  candidate: string,
  {
    by,
    day,
    because,
  }: { readonly by?: string | undefined; readonly day: Day; readonly because?: string | undefined },
): ManualResult {
  return {
    candidate,
    run: signOffRun(team),
    result: 'pass',
    day,
    ...(by === undefined ? {} : { tester: by }),
    ...(because === undefined ? {} : { note: because }),
  };
}

/** Undefined: the team has not signed off. */
export function signOffOf(team: string, candidate: string, results: Results): SignOff | undefined {
  const row = results.get(keyOf({ candidate, run: signOffRun(team) }));
  return row?.result === 'pass' ? { by: row.tester, day: row.day, because: row.note } : undefined;
}

/** Whether a result needs no more work. */
export function isDone(result: Result | undefined): boolean {
  return result === 'pass' || result === 'n/a';
}

/** Without the sign-offs that a later result takes back: those without a reason, once a test is open, failed, or blocked. */
export function withoutOverruled(results: Results, candidate: string, runs: readonly TestRun[]): Results {
  const after = new Map(results);
  for (const team of new Set(runs.map(({ test }) => test.team))) {
    const signOff = signOffOf(team, candidate, results);
    if (signOff === undefined || signOff.because !== undefined) continue;
    const own = runs.filter(({ test }) => test.team === team);
    if (!isPassed(countResults(own, candidate, results)))
      after.delete(keyOf({ candidate, run: signOffRun(team) }));
  }
  return after;
}
