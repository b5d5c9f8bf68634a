// Keeps other web pages away: a request must name this machine, and come from no foreign page.
import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Why the request is refused, or undefined. A foreign Host is a page that had its name rebound to this
 * machine; a foreign Origin is a page that sends requests across.
 */
export function foreign(headers: IncomingHttpHeaders, listensOn: string): string | undefined {
  const host = headers.host ?? '';
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (![...LOOPBACK, listensOn.toLowerCase()].includes(name))
    return 'Open it by localhost or 127.0.0.1: any other Host is refused.';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return 'Requests of other pages are refused.';
  return undefined;
}
