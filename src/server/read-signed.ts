// Reads a body and computes its signature while it comes in: nobody sees a byte of one that is not signed.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** `gone`: the connection ended before the body did. */
export type Signed =
  | { readonly kind: 'signed'; readonly body: Buffer }
  | { readonly kind: 'forged' }
  | { readonly kind: 'gone' };

/** The digest that the header `x-hub-signature-256` names; undefined when it names none. */
export function digestIn(header: string | readonly string[] | undefined): Buffer | undefined {
  const [, hex] = /^sha256=([0-9a-f]{64})$/i.exec(typeof header === 'string' ? header : '') ?? [];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex');
}

/**
 * `secrets`: any of them may have signed it, so that a secret can be changed without losing a webhook. `turn` is
 * waited for before each piece, where the body may only come slowly.
 */
export function readSigned(
  request: IncomingMessage,
  digest: Buffer,
  secrets: readonly string[],
  turn?: (isGone: () => boolean) => Promise<void>,
): Promise<Signed> {
  const hmacs = secrets.map((secret) => createHmac('sha256', secret));
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      for (const hmac of hmacs) hmac.update(chunk);
      if (turn === undefined) return;
      request.pause();
      void turn(() => request.destroyed).then(() => request.resume());
    });
    request.once('end', () => {
      // Each is compared, so that the time tells nothing of which one fits.
      const fits = hmacs.map((hmac) => timingSafeEqual(hmac.digest(), digest));
      resolve(fits.includes(true) ? { kind: 'signed', body: Buffer.concat(chunks) } : { kind: 'forged' });
    });
    request.once('error', () => resolve({ kind: 'gone' }));
    request.once('close', () => resolve({ kind: 'gone' }));
  });
}
