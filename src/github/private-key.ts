// The private key of an App as it may stand in a variable.
import { createPrivateKey } from 'node:crypto';

/** Line breaks may be written as `\n`, for hosts that can't keep them. Undefined for what is no RSA key; nothing of it is repeated. */
export function readPrivateKey(text: string): string | undefined {
  const key = text.replaceAll(String.raw`\n`, '\n');
  try {
    return createPrivateKey(key).asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** For whoever wrote something else there. */
export const NO_PRIVATE_KEY =
  'PRIVATE_KEY is not a private key. Set it to the whole text of the .pem file of the App, from -----BEGIN to the END line. Line breaks can be written as \\n.';
