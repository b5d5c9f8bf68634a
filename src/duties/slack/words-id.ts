// The name of a message in a command: short, and another one for other words or another place.
import { createHash } from 'node:crypto';
import type { Message } from './message.ts';

export function wordsId({ title, lines, place }: Message): string {
  return createHash('sha256')
    .update(JSON.stringify([place.slug, title, lines]))
    .digest('hex')
    .slice(0, 8);
}
