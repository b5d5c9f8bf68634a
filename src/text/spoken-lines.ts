// The lines of a text in Markdown that somebody says: without code, quotes, HTML and what is commented out.
import { blockLines } from './markdown/blocks.ts';
import { deadRanges } from './markdown/dead-ranges.ts';

/** Paragraphs, headings, items and tables, in order and without their marks; spans of code and comments are blank. */
export function spokenLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const paragraphs: string[][] = [];
  let last: number | undefined;
  for (const [index, { kind, from, paragraph }] of blockLines(lines).entries()) {
    const line = lines[index] ?? '';
    const isSpoken = ['paragraph', 'heading', 'table'].includes(kind) && !line.slice(0, from).includes('>');
    const before = paragraphs.at(-1);
    if (isSpoken && before !== undefined && paragraph !== undefined && paragraph === last)
      before.push(line.slice(from));
    else if (isSpoken) paragraphs.push([line.slice(from)]);
    last = isSpoken ? paragraph : undefined;
  }
  return paragraphs.flatMap((paragraph) => withoutCode(paragraph.join('\n')).split('\n'));
}

/** Links stay: they name what they lead to. */
function withoutCode(text: string): string {
  let plain = '';
  let at = 0;
  for (const { from, to } of deadRanges(text)) {
    const part = text.slice(from, to);
    plain += text.slice(at, from) + (/^(?:`|<!--)/.test(part) ? part.replaceAll(/[^\n]/g, ' ') : part);
    at = to;
  }
  return plain + text.slice(at);
}
