// The names of branches that relcomms makes for its pull requests.

/** What they begin with. */
export const BRANCH_FOLDER = 'relcomms/';

export function isOwnBranch(name: string): boolean {
  return name.startsWith(BRANCH_FOLDER);
}

/** What the branch of a slip begins with. */
export const SLIP_BRANCH = `${BRANCH_FOLDER}slip-`;

/** The branch of the pull request that proposes a first config. */
export const ONBOARDING_BRANCH = `${BRANCH_FOLDER}onboarding`;
