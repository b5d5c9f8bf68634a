// Why a command could not read a repository, with the likely cause and what to do.
import { siteOf } from '../domain/hosts.ts';
import { connectionTrouble, proxyIn } from '../doctor/connection-words.ts';
import type { Io } from './command.ts';
import type { Place } from './place.ts';

/** One line for standard error; doctor looks further. */
export function couldNotRead(error: unknown, { github, baseUrl }: Place, { env }: Io): string {
  const { owner, repo } = github;
  const asking = {
    owner,
    repo,
    api: baseUrl,
    site: siteOf(baseUrl),
    credential: 'GITHUB_TOKEN',
    proxy: proxyIn(env),
  };
  const { found, fix = '' } = connectionTrouble(error, asking);
  return `${owner}/${repo} could not be read: ${found}. ${fix}\n`;
}
