// A notice as messages of Slack: blocks within its limits, and a full sentence for notifications and screen readers.
import type { Notice, NoticeLine } from '../../domain/notice.ts';
import { escapeSlack, isSlackUrl, plainSlack } from '../../text/escape-slack.ts';
import { plainLine } from '../../text/plain-line.ts';
import { shortenWords } from '../../text/shorten.ts';
import { type SlackBlock, lengthOf, mrkdwn, plainText } from './blocks.ts';
import { BLOCK_CHARACTERS, LONGEST_PART, factText, lineText, wordsOf } from './line-text.ts';

export interface SlackMessage {
  /** What notifications show and screen readers say. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** Slack's limits are 50 blocks, and some 13,000 characters in all. */
const MESSAGE_BLOCKS = 45;
const MESSAGE_CHARACTERS = 10_000;
const FALLBACK_CHARACTERS = 500;
/** Slack's limits are 150 and 75; an escaped sign has up to five characters. */
const HEADER_CHARACTERS = 150;
const BUTTON_CHARACTERS = 75;
/** More than five facts are items of a list. */
const MOST_FACTS = 5;

/** One message, or several where one would be too long: they are one after the other. */
export function renderSlack({ title, lines }: Pick<Notice, 'title' | 'lines'>): SlackMessage[] {
  const messages = group([...header(title), ...body(lines)]);
  const fallback = fallbackText(title, lines);
  return messages.map((some, index) => ({
    text: messages.length === 1 ? fallback : `${fallback} (Part ${index + 1} of ${messages.length}.)`,
    blocks: some,
  }));
}

/** A title that is too long for a header is there once more as a whole. */
function header(title: string): SlackBlock[] {
  const text = within(title, HEADER_CHARACTERS) || 'Notice';
  const head: SlackBlock = { type: 'header', text: plainText(text) };
  const whole = `*${escapeSlack(shortenWords(title, LONGEST_PART))}*`;
  return text === plainSlack(title) || text === 'Notice' ? [head] : [head, ...sections([whole])];
}

/** In the order of the lines; the first facts stand side by side. */
function body(lines: readonly NoticeLine[]): SlackBlock[] {
  const facts = lines.filter(({ fact }) => fact === true).slice(0, MOST_FACTS);
  const button = lines.find(isButton);
  const blocks: SlackBlock[] = [];
  let texts: string[] = [];
  const flush = (): void => {
    blocks.push(...sections(texts));
    texts = [];
  };
  for (const line of lines) {
    if (line === facts[0]) {
      flush();
      blocks.push({ type: 'section', fields: facts.map((one) => mrkdwn(factText(one))) });
    } else if (line === button) {
      flush();
      blocks.push(buttonBlock(line));
    } else if (!facts.includes(line)) texts.push(lineText(line));
  }
  flush();
  return blocks;
}

function isButton({ button, parts: [part] }: NoticeLine): boolean {
  return button === true && part?.kind === 'link' && isSlackUrl(part.url);
}

function buttonBlock({ parts: [part] }: NoticeLine): SlackBlock {
  const { text, url } = part?.kind === 'link' ? part : { text: '', url: '' };
  const label = plainText(within(text, BUTTON_CHARACTERS) || 'Open');
  return { type: 'actions', elements: [{ type: 'button', action_id: 'open', text: label, url }] };
}

/** Cut between words until it fits with its signs escaped. */
function within(text: string, most: number): string {
  const cut = shortenWords(plainLine(text), most);
  const over = plainSlack(cut).length - most;
  return over <= 0 ? plainSlack(cut) : plainSlack(shortenWords(cut, Math.max(1, Math.floor(most / 5))));
}

/** Lines put together as far as a block holds them; a longer line is cut between its words. */
function sections(lines: readonly string[]): SlackBlock[] {
  const packed: string[] = [];
  for (const line of lines.flatMap(cutLine)) {
    const last = packed.at(-1);
    const joined = last === undefined ? line : `${last}\n${line}`;
    if (last === undefined || joined.length > BLOCK_CHARACTERS) packed.push(line);
    else packed[packed.length - 1] = joined;
  }
  return packed.filter((text) => text.trim() !== '').map((text) => ({ type: 'section', text: mrkdwn(text) }));
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

function group(blocks: readonly SlackBlock[]): SlackBlock[][] {
  const groups: SlackBlock[][] = [[]];
  let characters = 0;
  for (const block of blocks) {
    const last = groups.at(-1);
    characters += lengthOf(block);
    if (
      last !== undefined &&
      last.length < MESSAGE_BLOCKS &&
      (last.length === 0 || characters <= MESSAGE_CHARACTERS)
    )
      last.push(block);
    else {
      groups.push([block]);
      characters = lengthOf(block);
    }
  }
  return groups;
}

/** Names in place of mentions: what is read aloud pings nobody a second time. Links alone say nothing. */
function fallbackText(title: string, lines: readonly NoticeLine[]): string {
  const said = lines.filter(({ parts }) => parts.some(({ kind }) => kind !== 'link'));
  const sentences = [title, ...said.map(({ parts }) => wordsOf(parts))]
    .map(plainLine)
    .filter((text) => text !== '');
  const text = sentences
    .map((sentence) => (/[.!?\u2026:]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
  return escapeSlack(shortenWords(text, FALLBACK_CHARACTERS)) || 'Notice.';
}
