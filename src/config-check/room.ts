// Keeps a text within the room that GitHub gives it, line by line.

/** Bytes of a text as it is sent. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** As many lines as there is room for; what is left out is counted in `more`. */
export function cutLines(
  room: number,
  lines: readonly string[],
  more: (count: number) => string,
): readonly string[] {
  let used = 0;
  const end = lines.findIndex((line) => (used += sizeOf(line) + 1) > room);
  return end < 0 ? lines : [...lines.slice(0, end), more(lines.length - end)];
}

/** A Markdown text of whole lines. */
export function cutTo(room: number, text: string): string {
  return cutLines(room - 50, text.split('\n'), (count) => `\n…and ${count} more lines.`).join('\n');
}

/** A list with at most so many items; the rest is counted. */
export function firstOf(most: number, items: readonly string[]): readonly string[] {
  return items.length <= most ? items : [...items.slice(0, most), `and ${items.length - most} more`];
}
