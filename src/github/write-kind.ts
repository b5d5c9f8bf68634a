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
  if (url.endsWith('/graphql')) {
    const text = typeof query === 'string' ? query : '';
    if (!/^\s*mutation\b/.test(text)) return undefined;
    return /\baddComment\(/.test(text) ? 'notice' : 'plain';
  }
  if (method === 'GET' || method === 'HEAD') return undefined;
  // A write that waits its turn may need the token: it would wait for itself.
  if (url.endsWith('/access_tokens')) return undefined;
  return method === 'POST' && NOTICES.some((end) => url.endsWith(end)) ? 'notice' : 'plain';
}

/** What a write makes or changes: each field of a mutation does one thing, and alone takes an `input`. */
export function piecesOf({ query }: SentRequest): number {
  return typeof query === 'string' ? (query.match(/\(\s*input\s*:/g)?.length ?? 1) : 1;
}
