// Reads what one of our blocks in an issue body says.
import { findBlock } from './body-lines.ts';
import { endMarker } from './own-words.ts';
import { type Line, splitLines } from './split-lines.ts';

/** The text between its begin and end, trimmed; undefined when the block is not there. */
export function blockText(body: string, name: string): string | undefined {
  return textIn(splitLines(body), name);
}

/** The same of a body that is already split, for whoever asks for several blocks. */
export function textIn(lines: readonly Line[], name: string): string | undefined {
  const found = findBlock(lines, name);
  if (found === undefined) return undefined;
  const inner = lines.slice(found.begin + 1, found.end).map(({ text }) => text);
  if (inner.at(-1)?.trim() === endMarker(name)) inner.pop();
  return inner.join('\n').trim();
}
