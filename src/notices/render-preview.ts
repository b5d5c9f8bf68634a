// The preview of a message: exactly what will be sent, to whom, and the command that lets it go.
import type { NoticeLine, NoticePart } from '../domain/notice.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import type { Message } from './message.ts';
import { placeWords } from './render.ts';

export function renderPreview({ title, lines, place }: Message, role: string, id: string): string {
  return [
    `This goes to ${escapeMarkdown(placeWords(place.target))} as soon as somebody with the role ${escapeMarkdown(role)} or a lead of the release approves it:`,
    '',
    `> **${escapeMarkdown(title)}**`,
    ...lines.flatMap((line) => ['>', `> ${lineText(line)}`]),
    '',
    `Write \`/release approve ${id}\` to send it.`,
  ].join('\n');
}

function lineText({ item, parts }: NoticeLine): string {
  const words = parts.map(partText).join('');
  return item === true ? `- ${words}` : words;
}

function partText(part: NoticePart): string {
  switch (part.kind) {
    case 'text':
      return escapeMarkdown(part.text);
    case 'strong':
      return `**${escapeMarkdown(part.text)}**`;
    case 'link':
      return `${escapeMarkdown(part.text)} (${escapeMarkdown(part.url)})`;
    case 'mention':
      return escapeMarkdown(part.name);
  }
}
