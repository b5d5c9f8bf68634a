// Changes of single keys of a map in its own style: replaced, added behind another, or taken out.
import type { EntrySpan, MapSpan, TextSpan } from './splice-spans.ts';

/** Characters `from` up to `to` give way to `text`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Makes all changes; they don't overlap. */
export function applyChanges(source: string, changes: readonly TextChange[]): string {
  return changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), source);
}

export function entryOf(map: MapSpan, name: string): EntrySpan | undefined {
  return map.entries.find((entry) => entry.name === name);
}

/** Another text in the place of the value; an entry without a value gets one. */
export function replaceValue(source: string, { key, value }: EntrySpan, text: string): TextChange {
  if (value.kind !== 'nothing') return { from: value.start, to: value.end, text };
  const colon = source.indexOf(':', key.end);
  return { from: colon + 1, to: colon + 1, text: ` ${text}` };
}

/** The word in the quotes of the value that it replaces. */
export function quotedLike({ style }: Pick<TextSpan, 'style'>, word: string): string {
  if (style === 'single') return `'${word}'`;
  return style === 'double' ? `"${word}"` : word;
}

/** A new key behind another: on a line of its own, or behind a comma where the map stands in braces. */
export function addBehind(
  source: string,
  map: MapSpan,
  entry: EntrySpan,
  lines: readonly string[],
): TextChange {
  if (map.flow) {
    const at = Math.max(entry.value.end, entry.key.end);
    return { from: at, to: at, text: `, ${lines.join(' ')}` };
  }
  return addLines(source, entry, columnOf(source, entry.key.start), lines);
}

/** Lines behind all that belongs to the entry, its comment included. */
export function addLines(
  source: string,
  entry: EntrySpan,
  indent: number,
  lines: readonly string[],
): TextChange {
  return addLinesBehind(source, Math.max(entry.value.end, entry.key.end), indent, lines);
}

/** Lines behind the one that holds the offset. */
export function addLinesBehind(
  source: string,
  offset: number,
  indent: number,
  lines: readonly string[],
): TextChange {
  const at = lineEnd(source, offset);
  const text = lines.map((line) => `${lineBreak(source, at)}${' '.repeat(indent)}${line}`).join('');
  return { from: at, to: at, text };
}

/** Takes an entry out with its comma, or with its lines. */
export function removeEntry(source: string, map: MapSpan, entry: EntrySpan): TextChange {
  const index = map.entries.indexOf(entry);
  const next = map.entries[index + 1];
  const end = Math.max(entry.value.end, entry.key.end);
  if (map.flow) return removeFromBraces(source, { before: map.entries[index - 1], entry, next, end });
  const from = lineStart(source, entry.key.start);
  const alone = source.slice(from, entry.key.start).trim() === '';
  // The first key of a list's item shares its line with the dash; the next one takes its place.
  if (!alone && next !== undefined) return { from: entry.key.start, to: next.key.start, text: '' };
  const to = lineEnd(source, end);
  const breakLength = /^(?:\r\n|\n|\r)/.exec(source.slice(to))?.[0].length;
  if (breakLength !== undefined) return { from, to: to + breakLength, text: '' };
  return { from: lineEnd(source, from - (source.slice(from - 2, from) === '\r\n' ? 2 : 1)), to, text: '' };
}

interface InBraces {
  readonly before: EntrySpan | undefined;
  readonly entry: EntrySpan;
  readonly next: EntrySpan | undefined;
  readonly end: number;
}

/** A comma may stand before the closing brace, so a comment between two keys is never taken out. */
function removeFromBraces(source: string, { before, entry, next, end }: InBraces): TextChange {
  const previous = before === undefined ? undefined : Math.max(before.value.end, before.key.end);
  if (previous !== undefined && /^\s*,\s*$/.test(source.slice(previous, entry.key.start)))
    return { from: previous, to: end, text: '' };
  const bare = next !== undefined && /^\s*,\s*$/.test(source.slice(end, next.key.start));
  const comma = /^\s*,/.exec(source.slice(end))?.[0].length ?? 0;
  return { from: entry.key.start, to: bare ? next.key.start : end + comma, text: '' };
}

/** Column of an offset, from 0. */
export function columnOf(source: string, offset: number): number {
  return offset - lineStart(source, offset);
}

function lineStart(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(source.charAt(start - 1))) start--;
  return start;
}

function lineEnd(source: string, offset: number): number {
  let end = offset;
  while (end < source.length && !/[\r\n]/.test(source.charAt(end))) end++;
  return end;
}

/** The line break that stands at the offset, or else the first of the file. */
function lineBreak(source: string, offset: number): string {
  const pattern = /\r\n|\n|\r/;
  return /^(?:\r\n|\n|\r)/.exec(source.slice(offset))?.[0] ?? pattern.exec(source)?.[0] ?? '\n';
}
