// Ends the App: no more webhooks, then the work that is begun, within the time that a host leaves a process.
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Bodies that are still coming in get this long, in milliseconds. */
const FOR_BODIES = 1_000;

/** Hosts kill what has not ended after 30 seconds; in milliseconds. */
const FOR_WORK = 25_000;

/** Resolves when all is over or the time is up: what is left then is for the next start to do. */
export async function drain(server: Server, work: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  await within(closed, FOR_BODIES);
  server.closeAllConnections();
  await closed;
  await within(work(), FOR_WORK);
}

async function within(work: Promise<void>, milliseconds: number): Promise<void> {
  const timer = new AbortController();
  const late = pause(milliseconds, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([work, late]);
  timer.abort();
}
