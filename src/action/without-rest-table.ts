// Stands in for Octokit's table of REST methods in the bundle: every request of relcomms names its route.

/** A plugin of Octokit that adds nothing. */
export const restEndpointMethods = (): object => ({});
