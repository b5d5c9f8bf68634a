// A short name for data: the same for the same, another one for anything else.
import { createHash } from 'node:crypto';

/** Hexadecimal digits, `length` of them. */
export function shortHash(data: unknown, length: number): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, length);
}
