// The name of the check that relcomms gives to a config: written by it, and no job of anybody's CI.

export const CHECK_NAME = 'relcomms config';

/** The check that says whether a release candidate may be merged. */
export const CANDIDATE_CHECK = 'relcomms candidate';
