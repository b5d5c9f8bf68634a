// A notice as the Adaptive Card that a workflow of Microsoft Teams posts.
import type { Notice, NoticeLine, NoticePart } from '../../domain/notice.ts';
import { plainLine } from '../../text/plain-line.ts';
import { isSafeAddress } from '../../text/safe-address.ts';
import { shortenWords } from '../../text/shorten.ts';
import { spaced } from '../../text/spaced.ts';
import { countWords } from '../../text/words.ts';

/** Teams takes 28 KB; the rest is room for what a workflow puts around a card. */
const MOST_BYTES = 24_000;
const LONGEST_PART = 600;

interface Run {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Large';
  readonly selectAction?: OpenUrl;
}

interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title?: string;
  readonly url: string;
}

/**
 * Runs of text, since Teams reads no Markdown in them: nothing from outside can be live.
 * https://adaptivecards.io/explorer/RichTextBlock.html
 */
export function renderCard({ title, lines }: Pick<Notice, 'title' | 'lines'>): object {
  const head = shortenWords(plainLine(title), LONGEST_PART) || 'Notice';
  const buttons = lines.flatMap(buttonOf);
  const texts = lines.filter((line) => buttonOf(line).length === 0).map(block);
  const body = [
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: head, weight: 'Bolder', size: 'Large' }] },
    ...fitting(texts),
  ];
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: head,
    msteams: { width: 'Full' },
    body,
    ...(buttons.length === 0 ? {} : { actions: buttons }),
  };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
  return { type: 'message', attachments: [attachment] };
}

function fitting(blocks: readonly object[]): object[] {
  const kept: object[] = [];
  let room = MOST_BYTES;
  for (const one of blocks) {
    room -= Buffer.byteLength(JSON.stringify(one));
    if (room < 0) break;
    kept.push(one);
  }
  const left = blocks.length - kept.length;
  const text = `… and ${countWords(left, 'more line')}: see the tracking issue.`;
  return left === 0 ? kept : [...kept, { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] }];
}

function buttonOf({ button, parts: [part] }: NoticeLine): OpenUrl[] {
  const isLink = button === true && part?.kind === 'link' && isSafeAddress(part.url);
  return isLink ? [{ type: 'Action.OpenUrl', title: plainLine(part.text) || 'Open', url: part.url }] : [];
}

function block({ item, fact, parts }: NoticeLine): object {
  const runs = parts.map((part, index) => run(part, fact === true && index === 0));
  const bullet: Run[] = item === true || fact === true ? [{ type: 'TextRun', text: '• ' }] : [];
  return { type: 'RichTextBlock', inlines: [...bullet, ...runs] };
}

function run(part: NoticePart, isLabel: boolean): Run {
  const raw = part.kind === 'mention' ? part.name : part.text;
  const plain = spaced(raw, shortenWords(plainLine(raw), LONGEST_PART));
  const text = isLabel ? `${plain}: ` : plain;
  if (part.kind === 'link' && isSafeAddress(part.url))
    return { type: 'TextRun', text: text || 'link', selectAction: { type: 'Action.OpenUrl', url: part.url } };
  return { type: 'TextRun', text, ...(part.kind === 'strong' || isLabel ? { weight: 'Bolder' } : {}) };
}
