// Which lines belong to a heading of ours, and which to an item.
import { findGroups } from './body-lines.ts';
import type { Line } from './split-lines.ts';

/** Index of the heading's line; behind the last line when it is not there. */
export function headingAt(lines: readonly Line[], id: string): number {
  return findGroups(lines).find((found) => found.id === id)?.at ?? lines.length;
}

/** The first line behind a heading's group: the next heading or marker line. */
export function regionEnd(lines: readonly Line[], heading: number): number {
  for (let at = heading + 1; at < lines.length; at++) {
    const line = lines[at];
    if (line?.dead !== undefined || !/^[#<]/.test(line?.text ?? '')) continue;
    if (/^#{1,6}\s|^<!-- relcomms:(begin|end|v1|group) /.test(line?.text ?? '')) return at;
  }
  return lines.length;
}

/** Whether nothing but blank lines stands below a heading. */
export function isEmptyRegion(lines: readonly Line[], heading: number): boolean {
  return lines.slice(heading + 1, regionEnd(lines, heading)).every((line) => line.text.trim() === '');
}

/** How many lines below belong to the item: deeper indented, or blank between such. */
export function subLines(lines: readonly Line[], at: number): number {
  const indent = indentOf(lines[at]?.text ?? '');
  let count = 0;
  for (let next = at + 1; next < lines.length; next++) {
    const text = lines[next]?.text ?? '';
    if (text.trim() === '') continue;
    if (indentOf(text) <= indent) break;
    count = next - at;
  }
  return count;
}

/** Characters of white space that a line begins with. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
