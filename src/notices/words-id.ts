// The name of a message in a command: other words, another place or another end of its window have another, so what was approved is what goes out.
import { shortHash } from '../text/short-hash.ts';
import type { Message } from './message.ts';

export function wordsId({ title, lines, place, window, pin }: Message): string {
  return shortHash([place.slug, place.target, title, lines, window.until, pin === true], 8);
}
