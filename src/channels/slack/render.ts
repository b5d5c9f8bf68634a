// A notice as messages of Slack: blocks within its limits, and a full sentence for notifications and screen readers.
import type { Notice, NoticeLine, NoticePart } from '../../domain/notice.ts';
import { breakSigns, escapeSlack, looseCode, slackLink, slackMention } from '../../text/escape-slack.ts';
import { plainLine } from '../../text/plain-line.ts';
import { shorten } from '../../text/shorten.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export interface SectionBlock {
  readonly type: 'section';
  /** `verbatim`: Slack finds no links, names or channels in the text by itself. */
  readonly text: { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true };
}

export interface SlackMessage {
  /** What notifications show and screen readers say. */
  readonly text: string;
  readonly blocks: readonly SectionBlock[];
}

/** Slack's limits are 3,000 characters, 50 blocks, and some 13,000 characters in all. */
const BLOCK_CHARACTERS = 2_900;
const MESSAGE_BLOCKS = 45;
const MESSAGE_CHARACTERS = 10_000;
const FALLBACK_CHARACTERS = 500;
const LONGEST_PART = 600;
const LONGEST_LABEL = 150;

/** One message, or several where one would be too long: they are one after the other. */
export function renderSlack({ title, lines }: Pick<Notice, 'title' | 'lines'>): SlackMessage[] {
  const heading = `*${escapeSlack(shorten(title, 250)) || 'Notice'}*`;
  const blocks = pack([heading, ...lines.map(lineText)]).map(section);
  const fallback = fallbackText(title, lines);
  const messages = group(blocks);
  return messages.map((some, index) => ({
    text: messages.length === 1 ? fallback : `${fallback} (Part ${index + 1} of ${messages.length}.)`,
    blocks: some,
  }));
}

function lineText({ item, parts }: NoticeLine): string {
  const text = separate(parts.map(partText).join(''));
  return item === true ? `• ${text}` : text;
}

/** What is harmless piece by piece could become an emoji or an address where two pieces meet. */
function separate(text: string): string {
  const pieces = text.split(/(<[^>]*>)/);
  return pieces.map((piece) => (piece.startsWith('<') ? piece : looseCode(breakSigns(piece)))).join('');
}

function partText(part: NoticePart): string {
  switch (part.kind) {
    case 'text':
      return spaced(part.text, escapeSlack(shorten(part.text, LONGEST_PART)));
    case 'strong': {
      const text = escapeSlack(shorten(part.text, LONGEST_PART));
      return text === '' ? '' : `*${text}*`;
    }
    case 'link': {
      const link = slackLink(shorten(part.text, LONGEST_LABEL), part.url);
      // A link is never cut in two.
      return link.length > BLOCK_CHARACTERS ? escapeSlack(shorten(part.text, LONGEST_LABEL)) : link;
    }
    case 'mention':
      return slackMention(part.slack ?? '') ?? escapeSlack(shorten(part.name, 100));
  }
}

/** The spaces at the ends of a text keep it apart from its neighbours. */
function spaced(raw: string, clean: string): string {
  if (clean === '') return raw === '' ? '' : ' ';
  return `${/^\s/.test(raw) ? ' ' : ''}${clean}${/\s$/.test(raw) ? ' ' : ''}`;
}

/** Lines put together as far as a block holds them; a longer line is cut between its words. */
function pack(lines: readonly string[]): string[] {
  const packed: string[] = [];
  for (const line of lines.flatMap(cutLine)) {
    const last = packed.at(-1);
    const joined = last === undefined ? line : `${last}\n${line}`;
    if (last === undefined || joined.length > BLOCK_CHARACTERS) packed.push(line);
    else packed[packed.length - 1] = joined;
  }
  return packed.filter((text) => text.trim() !== '');
}

/** Never inside of `<…>` or `&…;`, where a cut would leave half a link or sign. */
function cutLine(line: string): string[] {
  if (line.length <= BLOCK_CHARACTERS) return [line];
  const cut: string[] = [''];
  for (const [piece] of line.matchAll(/<[^>]*>|&[a-z]+;|\s{1,1000}|[^\s<&]{1,1000}/gu)) {
    const last = cut.at(-1) ?? '';
    if (last.length + piece.length > BLOCK_CHARACTERS) cut.push(piece);
    else cut[cut.length - 1] = last + piece;
  }
  return cut;
}

function group(blocks: readonly SectionBlock[]): SectionBlock[][] {
  const groups: SectionBlock[][] = [[]];
  let characters = 0;
  for (const block of blocks) {
    const last = groups.at(-1);
    characters += block.text.text.length;
    if (
      last !== undefined &&
      last.length < MESSAGE_BLOCKS &&
      (last.length === 0 || characters <= MESSAGE_CHARACTERS)
    )
      last.push(block);
    else {
      groups.push([block]);
      characters = block.text.text.length;
    }
  }
  return groups;
}

function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** Names in place of mentions: what is read aloud pings nobody a second time. */
function fallbackText(title: string, lines: readonly NoticeLine[]): string {
  const words = lines.map(({ parts }) =>
    parts.map((part) => (part.kind === 'mention' ? part.name : part.text)).join(''),
  );
  const sentences = [title, ...words].map(plainLine).filter((text) => text !== '');
  const text = sentences
    .map((sentence) => (/[.!?\u2026:]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
  return escapeSlack(shorten(text, FALLBACK_CHARACTERS)) || 'Notice.';
}
