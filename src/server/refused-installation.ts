// Tells a refusal of a whole installation from one of a repository.
import { statusOf } from '../github/failure.ts';

/** GitHub's words for an installation that is suspended, or whose owner lets in known addresses only. */
const WORDS = /\bsuspended\b|\bIP allow list\b/i;

/** Whether every other repository of the installation would be refused as well. */
export function isOfInstallation(error: unknown): boolean {
  const status = statusOf(error);
  if (status === undefined || ![401, 403, 404].includes(status)) return false;
  const url = (error as { request?: { url?: unknown } }).request?.url;
  if (typeof url === 'string' && url.endsWith('/access_tokens')) return true;
  return status === 401 || WORDS.test((error as Error).message);
}
