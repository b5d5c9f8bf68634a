// One team's share of the manual tests of a release, and the issue that shows it.
import { type ManualTest, type TestRun, runsOf } from '../../../domain/manual-test.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { type Candidate, candidatesOf } from '../candidates.ts';
import type { ManualInput } from '../input.ts';
import { teamIssueKey } from './keys.ts';

export interface TeamCandidate {
  readonly milestone: Milestone;
  readonly runs: readonly TestRun[];
  /** Its tests are run now; false: it is over, and another one has begun. */
  readonly isActive: boolean;
}

export interface TeamIssue {
  readonly team: string;
  readonly key: string;
  /** Absent while it is not opened. */
  readonly found?: OwnIssue | undefined;
  /** Those that have begun and for which the team has tests, in order of their days. */
  readonly candidates: readonly TeamCandidate[];
  /** Id of the last candidate of the release for which the team has tests. */
  readonly last: string | undefined;
}

/** A team for each that has tests, by name. */
export function teamIssuesOf(
  release: Release,
  active: readonly Candidate[],
  tests: readonly ManualTest[],
  { config, observed: { ownIssues } }: ManualInput,
): TeamIssue[] {
  const all = candidatesOf(release, config);
  const now = new Set(active.map(({ milestone }) => milestone.id));
  const begun = all.slice(0, all.findLastIndex(({ id }) => now.has(id)) + 1);
  const teams = [...new Set(tests.map(({ team }) => team))].toSorted((a, b) => (a < b ? -1 : 1));
  return teams.map((team) => {
    const own = (milestone: Milestone) =>
      runsOf(tests, milestone.id).filter(({ test }) => test.team === team);
    const key = teamIssueKey(release, team);
    return {
      team,
      key,
      found: ownIssues.find((issue) => issue.key === key),
      candidates: begun.flatMap((milestone): TeamCandidate[] => {
        const runs = own(milestone);
        return runs.length === 0 ? [] : [{ milestone, runs, isActive: now.has(milestone.id) }];
      }),
      last: all.findLast((milestone) => own(milestone).length > 0)?.id,
    };
  });
}
