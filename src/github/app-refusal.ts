// Why GitHub does not know an App: its key, its id, or the clock of this machine, each with the fix.
import { failureWords, statusOf } from './failure.ts';

export interface AppRefusal {
  readonly of: 'clock' | 'id' | 'key';
  /** Without the period at its end. */
  readonly found: string;
  /** Sentences. */
  readonly fix: string;
}

/** For a failed request that was signed as the App itself; undefined for what has another reason. */
export function appRefusal(error: unknown, appId: string): AppRefusal | undefined {
  const status = statusOf(error);
  if (status !== 401 && status !== 404) return undefined;
  if (/\biat\b|\bexp\b|issued at|expiration/i.test(failureWords(error)))
    return {
      of: 'clock',
      found: "GitHub does not accept the App's token because the clock of this machine is wrong",
      fix: 'Set the clock, and let it follow a time server.',
    };
  if (status === 404)
    return {
      of: 'id',
      found: `GitHub has no App with the id ${appId}`,
      fix: 'Copy APP_ID from the settings page of the App; the client id works as well.',
    };
  return {
    of: 'key',
    found: `GitHub does not accept PRIVATE_KEY for the App ${appId}`,
    fix: 'Create a new key on the settings page of the App, and check that APP_ID is the same App.',
  };
}
