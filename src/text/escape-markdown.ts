// Makes text from outside harmless inside GitHub Markdown: no mention, link, HTML, table break, marker or command.
import { GAP, deadReferences } from './dead-references.ts';
import { plainLine } from './plain-line.ts';

/** As most titles are: letters and signs that are never live between a letter and a letter, digit or stop. */
const HARMLESS = /^[A-Za-z](?:[A-Za-z0-9 .,;()'"/-]*[A-Za-z0-9.)])?$/;

/** What may be live in such a text all the same. */
const LIVE = /GH-|www\.|[0-9a-f]{7}/i;

/** One line of text in which nothing is live. */
export function escapeMarkdown(text: string): string {
  return HARMLESS.test(text) && !LIVE.test(text) ? text : escapeAny(text);
}

function escapeAny(text: string): string {
  const escaped = plainLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~$]/g, String.raw`\$&`);
  return deadReferences(escaped)
    .replace(
      /^(\s*)(-+|\+|\d+[.)]|[=#]+)(?=\s|$)/,
      (_, space: string, sign: string) => `${space}${escapeLeading(sign)}`,
    )
    .replace(/^(\s*)\/(?=\w)/, `$1${GAP}/`)
    .trim();
}

/** A short code span around text from outside; backticks and newlines can't end it, nor can a pipe end a table's cell. */
export function codeSpan(text: string): string {
  const clean = plainLine(text)
    .replaceAll('`', "'")
    // Behind another backslash that of the pipe would not count. A row of them is read from its beginning alone.
    .replaceAll(/(?<!\\)\\+(?=\|)/g, '')
    .trim();
  return clean === '' ? '' : `\`${clean.replaceAll('|', String.raw`\|`)}\``;
}

/** A Markdown link with an escaped label; the address must be `https:` and can't end the link. */
export function markdownLink(label: string, url: string): string {
  const safe = /^https:\/\/[^\s<>"]+$/.test(url);
  return safe ? `[${escapeMarkdown(label)}](<${url.replaceAll('|', '%7C')}>)` : escapeMarkdown(label);
}

function escapeLeading(sign: string): string {
  const last = sign.slice(-1);
  return `${sign.slice(0, -1)}\\${last}`;
}
