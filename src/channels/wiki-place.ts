// Where the wiki of a repository is, and as whom it is written.

import { siteOf } from '../domain/hosts.ts';

/** From the API root: `https://api.github.com`, `https://api.NAME.ghe.com` or `https://HOST/api/v3`. */
export function wikiPlace(
  baseUrl: string,
  { owner, repo }: { readonly owner: string; readonly repo: string },
) {
  const { hostname, protocol } = new URL(baseUrl);
  // On this machine nothing has to be encrypted.
  const local = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  const site = siteOf(baseUrl);
  return {
    url: `${site}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}.wiki.git`,
    ...(local ? { protocol: 'http' as const } : {}),
    author: { name: 'relcomms', email: `relcomms@users.noreply.${new URL(site).hostname}` },
  };
}
