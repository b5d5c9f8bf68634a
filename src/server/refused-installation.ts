// Tells a refusal of a whole installation from one of a repository.
import { statusOf } from '../github/failure.ts';

/** GitHub's words for an installation that is suspended, or whose owner lets in known addresses only. */
const WORDS = /\binstallation has been suspended\b|\bIP allow list\b/i;

/** Whether every other repository of the installation would be refused as well. */
export function isOfInstallation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = statusOf(error);
  // By GraphQL an IP allow list refuses without a status.
  if ([undefined, 403].includes(status) && WORDS.test(error.message)) return true;
  if (status === 401) return true;
  const url = (error as { request?: { url?: unknown } }).request?.url;
  return [403, 404].includes(status ?? 0) && typeof url === 'string' && url.endsWith('/access_tokens');
}
