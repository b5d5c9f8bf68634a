// A notice as a section of a wiki page, in which nobody is mentioned.
import type { Notice, NoticePart } from '../../domain/notice.ts';
import { escapeMarkdown, markdownLink } from '../../text/escape-markdown.ts';

export function renderWiki({ title, lines }: Pick<Notice, 'title' | 'lines'>): string {
  const heading = `## ${escapeMarkdown(title) || 'Notice'}`;
  const body = lines.flatMap(({ item, parts }, index) => {
    const words = parts.map(partText).join('').trim();
    const follows = item === true && lines[index - 1]?.item === true;
    return [...(follows ? [] : ['']), item === true ? `- ${words}` : words];
  });
  return [heading, ...body].join('\n');
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
