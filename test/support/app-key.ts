// A private key as an App has it, made anew each time: none is in the sources.
import { generateKeyPairSync } from 'node:crypto';

/** PEM. */
export const APP_KEY: string = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey;
