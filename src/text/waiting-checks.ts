// The words for a pull request whose checks do not begin by themselves.

/** GitHub holds workflows back that a pull request of another workflow's token would start. */
export const WAITING_CHECKS =
  'GitHub starts the workflows of this pull request only when somebody with write access selects **Approve and run**, because a workflow opened it.';
