// Why the App can't start, in words with the fix: its port, its key, its id, its clock.
import { appRefusal } from '../github/app-refusal.ts';
import { portTrouble } from '../text/port-words.ts';

/** Undefined for what nobody who starts the App can cause. */
export function startTrouble(error: unknown, appId: string): string | undefined {
  const port = portTrouble(error, 'PORT');
  if (port !== undefined) return port;
  const { syscall, hostname } = error as { syscall?: unknown; hostname?: unknown };
  if (syscall === 'getaddrinfo')
    return `HOST is "${String(hostname)}", which has no address here. Set it to one such as 127.0.0.1 or 0.0.0.0.`;
  const refusal = appRefusal(error, appId);
  if (refusal === undefined) return undefined;
  const again = refusal.of === 'clock' ? ' Then start the App again.' : '';
  return `${refusal.found}. ${refusal.fix}${again}`;
}
