// Leaves out the check suites of workflow runs that were not on the branch itself, a fork's above all.
import { BRANCH_EVENTS } from '../../../domain/branch-events.ts';
import type { Page, RawChecked, RawSuite } from './raw-checks.ts';

/** The branch that is looked at, and the one from which branches are cut. */
export interface Line {
  readonly branch: string;
  readonly defaultBranch: string | undefined;
}

/** The same commits with the suites that speak for the branch. */
export function ownSuites(commits: readonly RawChecked[], line: Line): RawChecked[] {
  return commits.map((commit) => ({ ...commit, checkSuites: withOwn(commit.checkSuites, line) }));
}

/** The same page without what does not count; where it goes on stays as it was. */
export function withOwn(page: Page<RawSuite> | null, line: Line): Page<RawSuite> | null {
  if (page === null) return null;
  return { ...page, nodes: (page.nodes ?? []).filter((suite) => suite === null || speaksFor(suite, line)) };
}

/**
 * A suite without a workflow run is a service's, which knows the commit alone. A run counts by its event and its branch:
 * the head of a pull request may be any commit, that of a release too. What was pushed to the default branch before this
 * one was cut was tested there. A branch that is gone has no name.
 */
function speaksFor({ branch, workflowRun: run }: RawSuite, line: Line): boolean {
  if (run === null) return true;
  if (!BRANCH_EVENTS.has(run.event)) return false;
  if (branch === null || branch.name === line.branch) return true;
  return run.event === 'push' && branch.name === line.defaultBranch;
}
