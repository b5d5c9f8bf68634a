// Where a GitHub has its pages, and where its API: github.com, data residency (ghe.com) and servers of one's own.

/** The root of the REST API, from the address of the pages: `https://github.com`, `https://octocorp.ghe.com`. */
export function apiOf(site: string): string {
  const { protocol, host, hostname } = new URL(site);
  if (hostname === 'github.com' || hostname === 'api.github.com') return 'https://api.github.com';
  // Whoever writes the address of the API itself means the same.
  if (isResident(hostname)) return `https://api.${hostname.replace(/^api\./, '')}`;
  return `${protocol}//${host}/api/v3`;
}

/** The address of the pages and of git, from the root of the REST API. */
export function siteOf(api: string): string {
  const { protocol, host, hostname } = new URL(api);
  if (hostname === 'api.github.com') return 'https://github.com';
  if (isResident(hostname)) return `https://${hostname.replace(/^api\./, '')}`;
  return `${protocol}//${host}`;
}

/** Why something is no address of pages, behind the name of where it was written; undefined when it is one. */
export function refusalOfSite(site: string): string | undefined {
  if (/^https?:/.test(site) && URL.canParse(site)) return undefined;
  return `is "${site}"; write the address of its pages, such as https://github.com.`;
}

function isResident(hostname: string): boolean {
  return hostname.endsWith('.ghe.com');
}
