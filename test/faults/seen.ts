// A request as a proxy sees it: who it is for, and whether it only reads.

export interface Seen {
  readonly at: 'github' | 'slack' | 'wiki';
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly text: string;
  readonly graphql: boolean;
  /** Whether it only reads, a list or what holds lists. */
  readonly reads: boolean;
  /** Name of the operation as far as it shows: for the print, and to strike the same one again. */
  readonly what: string;
}

export function seenOf(method: string, url: string, text: string, slackAt: string | undefined): Seen {
  const at = slackAt !== undefined ? 'slack' : url.includes('.wiki.git') ? 'wiki' : 'github';
  const graphql = at === 'github' && /\/graphql(?:\?|$)/.test(url);
  const name = /(?:query|mutation) (\w+)/.exec(text)?.[1];
  const what = graphql ? (name ?? 'GraphQL') : `${method} ${plain(url)}`;
  const reads =
    at === 'github' &&
    (graphql ? !/^\s*\{?"?query"?:?\s*"?mutation|mutation \w+/.test(text) : method === 'GET');
  return { at, method, url, text, graphql, reads, what };
}

function plain(url: string): string {
  return (url.split('?')[0] ?? url).replace(/^\/api\/(?:v3\/)?/, '/').replaceAll(/\/\d+/g, '/N');
}
