// The name that git gives to the bytes of a file.
import { createHash } from 'node:crypto';

/** Forty hexadecimal digits: the same for the same text, as GitHub shows it. */
export function blobId(content: string): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
