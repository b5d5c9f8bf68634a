// A notice as one text in the Markdown that Mattermost, Rocket.Chat, and Discord share.
import type { Notice, NoticeLine, NoticePart } from '../../domain/notice.ts';
import { chatLink, chatStart, escapeChat } from '../../text/escape-chat.ts';
import { shortenWords } from '../../text/shorten.ts';
import { spaced } from '../../text/spaced.ts';
import { withinLines } from './within-lines.ts';

const LONGEST_PART = 600;
const LONGEST_TITLE = 300;

/** `most`: in characters. What does not fit is left out by whole lines, and said. */
export function renderChat({ title, lines }: Pick<Notice, 'title' | 'lines'>, most: number): string {
  const head = `**${escapeChat(shortenWords(title, LONGEST_TITLE)) || 'Notice'}**`;
  return withinLines([head, ...lines.map(lineText)], most, (text) => text.length + 1).join('\n');
}

function lineText(line: NoticeLine): string {
  const text = chatStart(line.parts.map((part, index) => partText(part, line, index)).join(''));
  return line.item === true || line.fact === true ? `- ${text}` : text;
}

function partText(part: NoticePart, { fact }: NoticeLine, index: number): string {
  switch (part.kind) {
    case 'link':
      return chatLink(shortenWords(part.text, LONGEST_PART), part.url);
    case 'mention':
      return escapeChat(part.name);
    case 'strong': {
      const text = escapeChat(part.text);
      return text === '' ? '' : `**${text}**`;
    }
    case 'moment':
      return escapeChat(part.text);
    case 'text':
      return `${spaced(part.text, escapeChat(shortenWords(part.text, LONGEST_PART)))}${fact === true && index === 0 ? ': ' : ''}`;
  }
}
