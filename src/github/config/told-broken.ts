// Finds the issues of ours that say that the config is broken, without a config to go by.
import type { OwnIssue } from '../../domain/observed.ts';
import { isBrokenConfigKey } from '../../memory/broken-config.ts';
import { readMarker } from '../../text/marker.ts';
import type { GitHub } from '../client.ts';
import { singleIssues } from '../facts/own-issues/single-issues.ts';

/** While the config is broken, relcomms opens nothing else: the newest issues of an account are enough. */
const NEWEST = 100;

/**
 * Open and closed. `title` is what they are called: one whose hidden key somebody took away is found by it, and counts
 * by what we wrote. Costs one request per account, and one more where there are some.
 */
export async function toldBroken(
  github: GitHub,
  accounts: readonly string[],
  title: string,
): Promise<readonly OwnIssue[]> {
  const numbers = (await Promise.all(accounts.map((login) => candidates(github, login, title)))).flat();
  if (numbers.length === 0) return [];
  const { issues } = await singleIssues(github, accounts, numbers);
  return issues.filter(({ key }) => isBrokenConfigKey(key));
}

async function candidates(github: GitHub, creator: string, title: string): Promise<number[]> {
  const { owner, repo } = github;
  const place = { owner, repo, creator, state: 'all', per_page: NEWEST } as const;
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues', place);
  return data
    .filter(({ user }) => user?.login === creator)
    .filter((one) => one.title === title || isBrokenConfigKey(readMarker(one.body ?? '') ?? ''))
    .map(({ number }) => number);
}
