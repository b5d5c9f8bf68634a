// Finds the lines of a comment that are commands: in plain text only, never in code, quotes, comments or links.
import { fromMarkdown } from 'mdast-util-from-markdown';

/** More commands in one comment than this are not carried out. */
export const MOST_COMMANDS = 5;

const COMMAND = /^\/release(?=\s|$)/;

/** The commands of a comment, each as one line without its line end; one more than are carried out, so that it can be told. */
export function commandLines(body: string): string[] {
  if (!body.includes('/release')) return [];
  const root = fromMarkdown(body);
  const found = root.children.flatMap((node) => {
    if (node.type !== 'paragraph' || node.position === undefined) return [];
    const start = node.position.start.offset ?? 0;
    const source = body.slice(start, node.position.end.offset);
    // Offsets at which something else than text begins: code, a link, HTML.
    const other = node.children.flatMap((child) => (child.type === 'text' ? [] : [child.position]));
    return linesWithOffset(source, start)
      .filter(({ text }) => COMMAND.test(text))
      .filter(({ from }) =>
        other.every((place) => (place?.start.offset ?? 0) > from || (place?.end.offset ?? 0) <= from),
      )
      .map(({ text }) => text.trim());
  });
  return found.slice(0, MOST_COMMANDS + 1);
}

function linesWithOffset(source: string, start: number): { text: string; from: number }[] {
  const lines: { text: string; from: number }[] = [];
  for (const match of source.matchAll(/[^\r\n]+/g)) {
    const indent = /^ {0,3}/.exec(match[0])?.[0].length ?? 0;
    lines.push({ text: match[0].slice(indent), from: start + match.index + indent });
  }
  return lines;
}
