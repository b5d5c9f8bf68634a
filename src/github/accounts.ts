// Which accounts are ours: only what they wrote can carry a marker that counts.

/** An author as GraphQL gives it; bots come without their `[bot]`. */
export interface Author {
  readonly __typename: string;
  readonly login: string;
}

/** The login as REST and the pages show it: `relcomms[bot]`. */
export function loginOf(author: Author | null | undefined): string | undefined {
  if (author === null || author === undefined) return undefined;
  return author.__typename === 'Bot' && !author.login.endsWith('[bot]')
    ? `${author.login}[bot]`
    : author.login;
}

/** The account of a workflow's own token. */
const WORKFLOW = 'github-actions[bot]';

/** Whether a run writes with a workflow's own token; the account of the run is the first of ours. */
export function isWorkflow([viewer]: readonly string[]): boolean {
  return viewer === WORKFLOW;
}

/** The account of this run, the App's, and that of Actions: App and Action may both work on one repository. */
export function ownAccounts(viewer: string, app: string): string[] {
  return [...new Set([viewer, `${app}[bot]`, WORKFLOW])];
}
