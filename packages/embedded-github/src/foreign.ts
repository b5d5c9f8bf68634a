// Keeps other web pages away: a request must name this machine, and come from no foreign page.
import type { IncomingHttpHeaders } from 'node:http';

/** What is read of a request. */
export interface Asking {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly localPort?: number | undefined };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Why the request is refused, or undefined. A foreign Host, by name or by port, is a page that had its name
 * rebound to this machine, or one of another program here; a foreign Origin is a page that sends requests across.
 */
export function foreign({ headers, socket }: Asking, listensOn: string): string | undefined {
  const host = headers.host ?? '';
  const [, name = '', port = '80'] = /^(.*?)(?::(\d{1,5}))?$/.exec(host.toLowerCase()) ?? [];
  if (![...LOOPBACK, listensOn.toLowerCase()].includes(name) || Number(port) !== socket.localPort)
    return 'Open it by localhost or 127.0.0.1 and its own port: any other Host is refused.';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return 'Requests of other pages are refused.';
  return undefined;
}
