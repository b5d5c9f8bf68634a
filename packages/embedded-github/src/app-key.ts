// The private key of the embedded App: made once, since making one takes longer than all else of a start.
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

let made: Promise<string> | undefined;

/** PEM; the same for every embedded GitHub of this process. */
export function appPrivateKey(): Promise<string> {
  made ??= makeKey();
  return made;
}

async function makeKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
}
