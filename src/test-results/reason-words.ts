// Says in one line what an error of a parser or of the file system was.
import { oneLine } from './one-line.ts';

/** Unescaped: it may name files. */
export function reasonWords(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return oneLine(String(message)) || 'no reason given';
}
