// Puts whole paragraphs of ours between other lines, with one blank line on each side.
import { type Line, eolOf } from './body-lines.ts';

/** Inserts the lines before index `at`; answers the index behind the last of them. */
export function insertLines(lines: Line[], at: number, texts: readonly string[]): number {
  const eol = eolOf(lines);
  const previous = lines[at - 1];
  if (previous !== undefined && previous.eol === '') lines[at - 1] = { ...previous, eol };
  const before = previous !== undefined && previous.text.trim() !== '' ? [''] : [];
  const next = lines[at];
  const after = next !== undefined && next.text.trim() !== '' ? [''] : [];
  const all = [...before, ...texts, ...after].map((text) => ({ text, eol }));
  lines.splice(at, 0, ...all);
  return at + before.length + texts.length;
}
