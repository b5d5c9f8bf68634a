// Events whose workflow runs test what is on their branch.

/**
 * A push, a clock and people start a run on the branch itself. All other events bring files of another commit, or may:
 * a pull request those of a fork, the end of another workflow its artifacts.
 */
export const BRANCH_EVENTS: ReadonlySet<string> = new Set([
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
]);
