// The name of a message in a command: other words or another place have another, so what was approved is what goes out.
import { shortHash } from '../text/short-hash.ts';
import type { Message } from './message.ts';

export function wordsId({ title, lines, place }: Message): string {
  return shortHash([place.slug, title, lines], 8);
}
