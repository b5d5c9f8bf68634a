// Why the App can't start, in words with the fix: its port, its key, its id, its clock.
import { failureWords, statusOf } from '../github/failure.ts';
import { portTrouble } from '../text/port-words.ts';

/** Undefined for what nobody who starts the App can cause. */
export function startTrouble(error: unknown, appId: string): string | undefined {
  const port = portTrouble(error, 'PORT');
  if (port !== undefined) return port;
  const { syscall, hostname } = error as { syscall?: unknown; hostname?: unknown };
  if (syscall === 'getaddrinfo')
    return `HOST is "${String(hostname)}", which has no address here. Set it to one such as 127.0.0.1 or 0.0.0.0.`;
  const status = statusOf(error);
  if (status !== 401 && status !== 404) return undefined;
  const words = failureWords(error);
  if (/\biat\b|\bexp\b|issued at|expiration/i.test(words))
    return "GitHub does not accept the App's token because the clock of this machine is wrong. Set the clock, then start the App again.";
  if (status === 404)
    return `GitHub has no App with the id ${appId}. Copy APP_ID from the settings page of the App; the client id works as well.`;
  return `GitHub does not accept PRIVATE_KEY for the App ${appId}. Create a new key on the settings page of the App, and check that APP_ID is the same App.`;
}
