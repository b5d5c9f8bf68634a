// A notice as a mail: the same words as plain text and as HTML without style, image or script.
import type { Notice, NoticeLine, NoticePart } from '../../domain/notice.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { plainLine } from '../../text/plain-line.ts';
import { isSafeAddress } from '../../text/safe-address.ts';
import { shorten } from '../../text/shorten.ts';
import { spaced } from '../../text/spaced.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const LONGEST_SUBJECT = 150;

export function renderMail({ title, lines }: Pick<Notice, 'title' | 'lines'>): RenderedMail {
  const subject = shorten(plainLine(title), LONGEST_SUBJECT) || 'Notice';
  const text = [plainLine(title), '', ...lines.map(textLine), '', `-- `, FOOTER, ''].join('\n');
  const html = [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...htmlLines(lines),
    `<p>${FOOTER}</p>`,
    '</body></html>',
    '',
  ].join('\n');
  return { subject, text, html };
}

const FOOTER = 'Sent by relcomms, because this address is named in the config of the release.';

function textLine(line: NoticeLine): string {
  const { parts } = line;
  const words = parts.map((part) => {
    if (part.kind === 'mention') return plainLine(part.name);
    const text = spaced(part.text, plainLine(part.text));
    return part.kind === 'link' && isSafeAddress(part.url) ? `${text} <${part.url}>` : text;
  });
  return `${isItem(line) ? '- ' : ''}${words.join('')}`;
}

/** Items that follow each other are one list. */
function htmlLines(lines: readonly NoticeLine[]): string[] {
  return lines.flatMap((line, index) => {
    const words = line.parts.map(htmlPart).join('');
    if (!isItem(line)) return [`<p>${words}</p>`];
    const opens = isItem(lines[index - 1]) ? [] : ['<ul>'];
    const closes = isItem(lines[index + 1]) ? [] : ['</ul>'];
    return [...opens, `<li>${words}</li>`, ...closes];
  });
}

function isItem(line: NoticeLine | undefined): boolean {
  return line?.item === true || line?.fact === true;
}

function htmlPart(part: NoticePart): string {
  switch (part.kind) {
    case 'text':
    case 'moment':
      return spaced(part.text, escapeHtml(part.text));
    case 'strong':
      return `<strong>${escapeHtml(part.text)}</strong>`;
    case 'link':
      return isSafeAddress(part.url)
        ? `<a href="${escapeHtml(part.url)}">${escapeHtml(part.text) || 'link'}</a>`
        : escapeHtml(part.text);
    case 'mention':
      return escapeHtml(part.name);
  }
}
