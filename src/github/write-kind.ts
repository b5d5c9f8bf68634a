// Tells reads from writes, and among writes those that GitHub tells people about.
import type { WriteKind } from './pace.ts';

export interface SentRequest {
  readonly method?: string | undefined;
  /** GitHub's path template. */
  readonly url?: string | undefined;
  /** Text of a GraphQL document. */
  readonly query?: unknown;
}

/** Ends of path templates of which GitHub's description says `triggersNotification`. */
const NOTICES = ['/issues', '/comments', '/pulls', '/issue-field-values'];

/** Undefined for what only reads: most GraphQL requests, although they are sent with POST. */
export function writeKind({ method = 'GET', url = '', query }: SentRequest): WriteKind | undefined {
  if (url.endsWith('/graphql'))
    return typeof query === 'string' && /^\s*mutation\b/.test(query) ? 'plain' : undefined;
  if (method === 'GET' || method === 'HEAD') return undefined;
  // A write that waits its turn may need the token: it would wait for itself.
  if (url.endsWith('/access_tokens')) return undefined;
  return method === 'POST' && NOTICES.some((end) => url.endsWith(end)) ? 'notice' : 'plain';
}
