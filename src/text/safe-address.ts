// Which addresses a message may link to.
import { plainLine } from './plain-line.ts';

/** `https:`, and nothing in it that could end a link or hide a part of it. */
export function isSafeAddress(url: string): boolean {
  return /^https:\/\/[^\s<>"\\]+$/.test(url) && plainLine(url) === url;
}
