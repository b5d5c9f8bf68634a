// A line of a notice in Slack's own marks, with everything from outside made harmless.
import type { NoticeLine, NoticePart } from '../../domain/notice.ts';
import {
  breakSigns,
  escapeSlack,
  looseCode,
  slackLink,
  slackMention,
  slackMoment,
} from '../../text/escape-slack.ts';
import { shorten, shortenWords } from '../../text/shorten.ts';
import { spaced } from '../../text/spaced.ts';

/** Slack's limit for a text is 3,000. */
export const BLOCK_CHARACTERS = 2_900;
export const LONGEST_PART = 600;
const LONGEST_LABEL = 150;
/** Slack's limit is 2,000. */
const FACT_CHARACTERS = 1_600;
const LONGEST_FACT = 60;

/** The label above what it says. */
export function factText({ parts: [label, ...rest] }: NoticeLine): string {
  const name = escapeSlack(shortenWords(label === undefined ? '' : wordsOf([label]), LONGEST_FACT));
  const text = separate(rest.map(partText).join('').trim());
  // Cut as a whole it could end within a link: a fact that long is none, and what fits of it is plain.
  const words = text.length > FACT_CHARACTERS ? escapeSlack(shortenWords(wordsOf(rest), 300)) : text;
  return name === '' ? words || '–' : `*${name}*\n${words}`;
}

export function lineText({ item, fact, parts }: NoticeLine): string {
  const text = separate(parts.map(partText).join(''));
  return item === true || fact === true ? `• ${text}` : text;
}

/** What is harmless piece by piece could become an emoji or an address where two pieces meet. */
function separate(text: string): string {
  const pieces = text.split(/(<[^>]*>)/);
  return pieces
    .map((piece) => (piece.startsWith('<') ? piece : looseCode(outsideCode(piece, breakSigns))))
    .join('');
}

/** What stands in code stays as it is, to be copied. */
function outsideCode(text: string, change: (text: string) => string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith('`') ? piece : change(piece)))
    .join('');
}

function partText(part: NoticePart): string {
  switch (part.kind) {
    case 'text':
      return spaced(part.text, escapeSlack(shortenWords(part.text, LONGEST_PART)));
    case 'strong': {
      const text = escapeSlack(shortenWords(part.text, LONGEST_PART));
      return text === '' ? '' : `*${text}*`;
    }
    case 'link': {
      const link = slackLink(shortenWords(part.text, LONGEST_LABEL), part.url);
      // A link is never cut in two.
      return link.length > BLOCK_CHARACTERS ? escapeSlack(shortenWords(part.text, LONGEST_LABEL)) : link;
    }
    case 'moment':
      return `${slackMoment(part.at)} (${escapeSlack(part.text)})`;
    case 'mention':
      return slackMention(part.slack ?? '') ?? escapeSlack(shorten(part.name, 100));
  }
}

/** Without any marks, and names in place of mentions. */
export function wordsOf(parts: readonly NoticePart[]): string {
  return parts.map((part) => (part.kind === 'mention' ? part.name : part.text)).join('');
}
