// The private key of the embedded App, and the token by which the App proves who it is.
import { createSign, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

/** Made once, since making one takes longer than all else of a start. */
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

/** A JWT for the App, valid for nine minutes by the real clock: GitHub allows ten. */
export function createJwt(appId: number, privateKey: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  const head = part({ alg: 'RS256', typ: 'JWT' });
  const claims = part({ iat: seconds - 60, exp: seconds + 540, iss: String(appId) });
  const signature = createSign('RSA-SHA256').update(`${head}.${claims}`).sign(privateKey, 'base64url');
  return `${head}.${claims}.${signature}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
