// Who opened a pull request, and whether they can be reached at all.
import type { PullAuthor } from '../domain/pull.ts';
import { type Author, loginOf } from './accounts.ts';

/**
 * An account that is gone has no name, and the name of one that an import made up may be a stranger's: neither is ever
 * mentioned.
 */
export function authorOf(author: Author | null): PullAuthor {
  const login = loginOf(author) ?? 'ghost';
  const bot = author?.__typename === 'Bot';
  const isReached = bot || author?.__typename === 'User' || author?.__typename === 'EnterpriseUserAccount';
  return { login, bot, ...(isReached ? {} : { nobody: true }) };
}
