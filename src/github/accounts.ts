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

/** Whether a login is that of a program: no person's ends like this. */
export function isBot(login: string): boolean {
  return login.endsWith('[bot]');
}

/** The account of a workflow's own token. */
const WORKFLOW = 'github-actions[bot]';

/** Whether a run writes with a workflow's own token; the account of the run is the first of ours. */
export function isWorkflow([viewer]: readonly string[]): boolean {
  return viewer === WORKFLOW;
}

/**
 * Those whose marked words a cleanup takes back. The token may be that of a person, who may have copied a marker into
 * words of their own: only bots and those that are named count.
 */
export function cleanupAccounts(viewer: string, app: string, named: readonly string[] = []): string[] {
  const bots = viewer.endsWith('[bot]') ? [viewer] : [];
  return [...new Set([...bots, `${app}[bot]`, WORKFLOW, ...named])];
}

/** The account of this run, the App's, and that of Actions: App and Action may both work on one repository. */
export function ownAccounts(viewer: string, app: string): string[] {
  return [...new Set([viewer, `${app}[bot]`, WORKFLOW])];
}
