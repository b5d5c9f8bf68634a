// Puts what is red now together with the case files that are there: which grow, turn, close, open again or are new.
import type { Verdict } from '../judge/judge.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { CaseMemory } from './case-memory.ts';

/** A case file as it was found, with what commands of this run changed of its memory. */
export interface KnownCase {
  readonly key: string;
  readonly issue: OwnIssue;
  readonly memory: CaseMemory;
}

/** What is known of the tests of a case file now. */
export interface Members {
  /** Red long enough to be told. */
  readonly red: readonly Verdict[];
  /** Red, but perhaps only once. */
  readonly fresh: readonly Verdict[];
  readonly green: readonly Verdict[];
  /** No longer reported. */
  readonly gone: readonly Verdict[];
  /** Ids of which nothing is known: they may be red. */
  readonly unknown: readonly string[];
}

export function membersOf(
  ids: readonly string[],
  verdicts: ReadonlyMap<string, Verdict>,
  grace: number,
): Members {
  const found = ids.flatMap((id) => verdicts.get(id) ?? []);
  const red = found.filter(({ state }) => state === 'red');
  return {
    red: red.filter((verdict) => isTold(verdict, grace)),
    fresh: red.filter((verdict) => !isTold(verdict, grace)),
    green: found.filter(({ state }) => state === 'green'),
    gone: found.filter(({ state }) => state === 'gone'),
    unknown: ids.filter((id) => (verdicts.get(id)?.state ?? 'unknown') === 'unknown'),
  };
}

/** Whether it is red for longer than the grace; counted in runs. */
export function isTold({ state, redRuns }: Verdict, grace: number): boolean {
  return state === 'red' && redRuns > grace;
}

/** Green runs in a row that all of them have had; what is gone needs none. */
export function greenRunsOf({ red, fresh, green, unknown }: Members): number {
  if (red.length + fresh.length + unknown.length > 0) return 0;
  return Math.min(...green.map(({ greenRuns }) => greenRuns));
}

/** Those that are red from another commit on than the outage that the case file tells of. */
export function comebacks({ red }: Members, { since }: CaseMemory): readonly Verdict[] {
  return red.filter(
    (verdict) => verdict.since !== undefined && !verdict.since.commit.startsWith(since.commit),
  );
}
