// The lines of a notice as Markdown in which nobody is mentioned.
import type { NoticeLine, NoticePart } from '../domain/notice.ts';
import { escapeMarkdown, markdownLink } from './escape-markdown.ts';

/** Paragraphs and lists, without the title. */
export function noticeMarkdown(lines: readonly NoticeLine[]): string {
  const blocks = lines.flatMap(({ item, parts }, index) => {
    const words = parts.map(partText).join('').trim();
    const follows = item === true && lines[index - 1]?.item === true;
    return [...(follows ? [] : ['']), item === true ? `- ${words}` : words];
  });
  // The first one needs no blank line before it.
  return blocks.slice(1).join('\n');
}

function partText(part: NoticePart): string {
  switch (part.kind) {
    case 'text':
      return spaced(part.text);
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

/** The spaces at the ends of a text keep it apart from its neighbours. */
function spaced(raw: string): string {
  const text = escapeMarkdown(raw);
  if (text === '') return raw === '' ? '' : ' ';
  return `${/^\s/.test(raw) ? ' ' : ''}${text}${/\s$/.test(raw) ? ' ' : ''}`;
}
