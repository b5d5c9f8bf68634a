// Puts whole paragraphs of ours between other lines, with one blank line on each side.
import { type Line, eolOf, openPlace } from './split-lines.ts';

/** Ends a list: what is indented below would belong to its last item. */
const END_OF_LIST = '<!-- relcomms:rest -->';

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
  const apart = isIndented(lines, place) ? ['', END_OF_LIST] : [];
  const all = [...before, ...texts, ...apart, ...after].map((text) => ({ text, eol }));
  lines.splice(place, 0, ...all);
  return place + before.length + texts.length;
}

/** Whether the next words would belong to a list item that is put in above them. */
function isIndented(lines: readonly Line[], at: number): boolean {
  let next = at;
  while (lines[next]?.text.trim() === '') next += 1;
  return /^\s/.test(lines[next]?.text ?? '');
}

/** Inserts list items before index `at`, without blank lines. Code below them stays what it is. */
export function insertItems(lines: Line[], at: number, items: readonly Line[]): void {
  const place = openPlace(lines, at);
  const eol = eolOf(lines);
  const previous = lines[place - 1];
  if (previous !== undefined && previous.eol === '') lines[place - 1] = { ...previous, eol };
  const isApart = lines[place]?.dead !== undefined && isIndented(lines, place);
  const apart = isApart ? ['', END_OF_LIST, ''].map((text) => ({ text, eol })) : [];
  lines.splice(place, 0, ...items, ...apart);
}
