// The preview of a message: exactly what will be sent, to whom, and the command that lets it go.
import type { NoticeLine, NoticePart } from '../domain/notice.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { mention } from '../text/mention.ts';
import type { Message } from './message.ts';
import { placeWords } from './render.ts';

interface Asked {
  readonly role: string;
  /** Its name in a command. */
  readonly id: string;
  /** Logins of those who hold the role. */
  readonly people: readonly string[];
}

export function renderPreview({ title, lines, place }: Message, { role, id, people }: Asked): string {
  const calls = people.length === 0 ? '' : `${people.map(mention).join(', ')}: `;
  return [
    `${calls}relcomms sends this to ${escapeMarkdown(placeWords(place.target))} once somebody with the role ${escapeMarkdown(role)} or a release lead approves it:`,
    '',
    `> **${escapeMarkdown(title)}**`,
    ...lines.flatMap((line) => ['>', `> ${lineText(line)}`]),
    '',
    `Write \`/release approve ${id}\` to send it.`,
  ].join('\n');
}

function lineText({ item, fact, parts }: NoticeLine): string {
  const words = parts.map(partText).join('');
  return item === true || fact === true ? `- ${words}` : words;
}

function partText(part: NoticePart): string {
  switch (part.kind) {
    case 'text':
    case 'moment':
      return spaced(part.text);
    case 'strong':
      return `**${escapeMarkdown(part.text)}**`;
    case 'link':
      return `${escapeMarkdown(part.text)} (${escapeMarkdown(part.url)})`;
    case 'mention':
      return escapeMarkdown(part.name);
  }
}

/** The spaces at the ends of a text keep it apart from its neighbors. */
function spaced(raw: string): string {
  const text = escapeMarkdown(raw);
  if (text === '') return raw === '' ? '' : ' ';
  return `${/^\s/.test(raw) ? ' ' : ''}${text}${/\s$/.test(raw) ? ' ' : ''}`;
}
