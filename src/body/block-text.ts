// Reads what one of our blocks in an issue body says.
import { findBlock } from './body-lines.ts';
import { endMarker } from './own-words.ts';
import { splitLines } from './split-lines.ts';

/** The text between its begin and end, trimmed; undefined when the block is not there. */
export function blockText(body: string, name: string): string | undefined {
  const lines = splitLines(body);
  const found = findBlock(lines, name);
  if (found === undefined) return undefined;
  const inner = lines.slice(found.begin + 1, found.end).map(({ text }) => text);
  if (inner.at(-1)?.trim() === endMarker(name)) inner.pop();
  return inner.join('\n').trim();
}
