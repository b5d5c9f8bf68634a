// The lines of a notice as Markdown in which nobody is mentioned.
import type { NoticeLine, NoticePart } from '../domain/notice.ts';
import { escapeMarkdown, markdownLink } from './escape-markdown.ts';
import { spaced } from './spaced.ts';

/** Paragraphs and lists, without the title. */
export function noticeMarkdown(lines: readonly NoticeLine[]): string {
  const blocks = lines.flatMap((line, index) => {
    const words = line.parts.map(partText).join('').trim();
    const follows = isItem(line) && isItem(lines[index - 1]);
    return [...(follows ? [] : ['']), isItem(line) ? `- ${words}` : words];
  });
  // The first one needs no blank line before it.
  return blocks.slice(1).join('\n');
}

function isItem(line: NoticeLine | undefined): boolean {
  return line?.item === true || line?.fact === true;
}

function partText(part: NoticePart): string {
  switch (part.kind) {
    case 'text':
    case 'moment':
      return spaced(part.text, escapeMarkdown(part.text));
    case 'strong': {
      const text = escapeMarkdown(part.text);
      return text === '' ? '' : `**${text}**`;
    }
    case 'link':
      return markdownLink(part.text, part.url);
    case 'mention':
      return escapeMarkdown(part.name);
  }
}
