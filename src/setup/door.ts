// Keeps other web pages away: a request must name this server, and one that changes something must come from its page.
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Settings } from './settings.ts';

/** What is read of a request. */
export interface Asking {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly localPort?: number | undefined };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** Headers of proxies: with them, a request to this machine comes from another one. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'];

/**
 * The origin of the page in the browser, or why the request is refused. A foreign Host is a page that had its name
 * rebound to this machine; a foreign Origin is a page that sends forms across.
 */
export function originOf(
  { method, headers, socket }: Asking,
  settings: Pick<Settings, 'host' | 'publicUrl' | 'needsCode'>,
): { readonly origin: string } | { readonly refused: string } {
  const host = (headers.host ?? '').toLowerCase();
  if (!isOurs(host, socket.localPort, settings))
    return {
      refused: settings.needsCode
        ? 'Open this page by its IP address, or set PUBLIC_URL to the address that you open it by.'
        : 'Open this page by localhost or 127.0.0.1 and its own port.',
    };
  if (!settings.needsCode && FORWARDED.some((name) => headers[name] !== undefined))
    return { refused: 'This page came through a proxy. Set PUBLIC_URL to its address, and start again.' };
  const { origin } = headers;
  const own = origin === `https://${host}` ? origin : `http://${host}`;
  if (origin !== undefined && origin !== own) return { refused: 'Forms of other pages are refused.' };
  // Browsers name the origin of every form.
  if (origin === undefined && method === 'POST') return { refused: 'Forms of other pages are refused.' };
  return { origin: isPublic(host, settings) ? new URL(settings.publicUrl ?? own).origin : own };
}

function isOurs(
  host: string,
  localPort: number | undefined,
  settings: Pick<Settings, 'host' | 'publicUrl' | 'needsCode'>,
): boolean {
  if (isPublic(host, settings)) return true;
  const [, name = '', port = '80'] = /^(.*?)(?::(\d{1,5}))?$/.exec(host) ?? [];
  if (!settings.needsCode) return LOOPBACK.includes(name) && Number(port) === localPort;
  // A rebound page has a name. Ports may be mapped on the way.
  return (
    LOOPBACK.includes(name) ||
    name === settings.host.toLowerCase() ||
    isIP(name.replaceAll(/^\[|\]$/g, '')) !== 0
  );
}

function isPublic(host: string, { publicUrl }: Pick<Settings, 'publicUrl'>): boolean {
  return publicUrl !== undefined && host === new URL(publicUrl).host;
}
