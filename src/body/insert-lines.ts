// Puts whole paragraphs of ours between other lines, with one blank line on each side.
import { type Line, eolOf, openPlace } from './split-lines.ts';

/**
 * Inserts the lines before index `at`, or above the code that `at` is within; answers the index behind the last of
 * them.
 */
export function insertLines(lines: Line[], at: number, texts: readonly string[]): number {
  const place = openPlace(lines, at);
  const eol = eolOf(lines);
  const previous = lines[place - 1];
  if (previous !== undefined && previous.eol === '') lines[place - 1] = { ...previous, eol };
  const before = previous !== undefined && previous.text.trim() !== '' ? [''] : [];
  const next = lines[place];
  const after = next !== undefined && next.text.trim() !== '' ? [''] : [];
  const all = [...before, ...texts, ...after].map((text) => ({ text, eol }));
  lines.splice(place, 0, ...all);
  return place + before.length + texts.length;
}
