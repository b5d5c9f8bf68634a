// Requests with a condition: a read of what has not changed is answered in short, a write is refused.
import { createHash } from 'node:crypto';
import { Refusal } from './refusal.ts';
import type { Answer } from './rest/call.ts';

/** A request that may hold a condition. */
interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** GitHub has no compare-and-swap: a condition on a write is refused. */
export function refuseConditionalWrite(incoming: Asked): void {
  if (incoming.method === 'GET') return;
  const { headers } = incoming;
  const conditions = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'];
  if (conditions.some((name) => headers[name] !== undefined))
    throw new Refusal(
      400,
      'Conditional request headers are not allowed in unsafe requests unless supported by the endpoint',
      'BAD_REQUEST',
    );
}

/** Whoever names the answer that they have is told only that nothing changed. */
export function conditionalRead(incoming: Asked, answer: Answer): Answer {
  if (incoming.method !== 'GET' || answer.status !== 200) return answer;
  const etag = `W/"${createHash('sha256')
    .update(answer.text ?? JSON.stringify(answer.json))
    .digest('hex')}"`;
  const headers = { ...answer.headers, etag };
  return incoming.headers['if-none-match'] === etag ? { status: 304, headers } : { ...answer, headers };
}
