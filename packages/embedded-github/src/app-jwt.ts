// The token by which an App proves who it is.
import { createSign } from 'node:crypto';

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
