// Where a redirect leads, and what is sent there.
import type { Request } from './fetch.ts';

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** What another host must never see. */
const PRIVATE: readonly string[] = ['authorization', 'cookie', 'proxy-authorization'];

/** What speaks of a body that is left behind. */
const OF_THE_BODY: readonly string[] = ['content-type', 'content-length', 'content-encoding'];

/**
 * The next request, undefined where the answer is no redirect. Throws where its address is none of the web.
 * https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function redirectOf(
  { status, location }: { readonly status: number; readonly location: string | undefined },
  from: URL,
  request: Request,
): { readonly url: URL; readonly request: Request } | undefined {
  if (!REDIRECTS.includes(status) || location === undefined) return undefined;
  const url = webAddress(new URL(location, from).href);
  const { method = 'GET', headers = {} } = request;
  const asGet =
    (status === 303 && method !== 'HEAD') || ((status === 301 || status === 302) && method === 'POST');
  const dropped = [...(asGet ? OF_THE_BODY : []), ...(url.origin === from.origin ? [] : PRIVATE)];
  return {
    url,
    request: {
      ...request,
      ...(asGet && { method: 'GET', body: undefined }),
      headers: without(headers, dropped),
    },
  };
}

/** Throws where it is no address of the web, or where it holds a user or a password. */
export function webAddress(text: string): URL {
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) throw new Error(`${url.protocol} is not asked`);
  if (url.username !== '' || url.password !== '') throw new Error('the address holds a user or a password');
  return url;
}

function without(
  headers: Readonly<Record<string, string>>,
  dropped: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !dropped.includes(name.toLowerCase())),
  );
}
