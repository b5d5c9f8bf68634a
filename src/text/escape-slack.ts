// Makes text from outside harmless in Slack's mrkdwn: no mention, link, emoji or format is live in it.
import { type Instant, formatInstant } from '../domain/day.ts';
import { plainLine } from './plain-line.ts';

/** A zero-width space, between signs that Slack would read together. */
const GAP = '\u200b';

/** A word with a `_` at an edge, without the signs around it. */
const EDGED = /(?<![^\s("'[{])(?=\S)[^\s()"'[\]{},;:!?`]{1,300}(?![^\s)"'\]},;:!?.])/gu;

/** Whether `_` stands at an edge of a word, where Slack could take it for the begin or the end of italics. */
const EDGE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;

/**
 * One line of text in which nothing is live. Slack has no escape for its formats, so their signs get a look-alike; but
 * names such as `__init__.py` become code, so that they can be copied.
 */
export function escapeSlack(text: string): string {
  return text
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? codeOf(part) : spaced(part, escapeWords(part))))
    .join('')
    .trim();
}

/** Code as a maintainer wrote it, apart from letters, as Slack knows it. */
const CODE = /(?<![\p{L}\p{N}_`])`([^`\r\n]{1,200})`(?![\p{L}\p{N}_`])/u;

/** Nothing is live in code but Slack's own three signs. */
function codeOf(code: string): string {
  const words = plainSlack(code);
  return words === '' ? '' : `\`${words}\``;
}

/** The spaces at its ends keep a text apart from code beside it. */
function spaced(raw: string, clean: string): string {
  return `${/^\s/.test(raw) ? ' ' : ''}${clean}${clean !== '' && /\s$/.test(raw) ? ' ' : ''}`;
}

function escapeWords(text: string): string {
  return deadText(text)
    .replaceAll(EDGED, (word) => (EDGE.test(word) ? `\`${word}\`` : word))
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : withoutEdges(part)))
    .join('');
}

/** Code beside a letter is none for Slack: where two texts meet, look-alikes take the place of its `_`. */
export function looseCode(text: string): string {
  return text.replaceAll(
    /(?<=[\p{L}\p{N}_`])`([^`\s]+)`|`([^`\s]+)`(?=[\p{L}\p{N}_`])/gu,
    (_, behind: string | undefined, before: string | undefined) => withoutEdges(behind ?? before ?? ''),
  );
}

function withoutEdges(text: string): string {
  return text.replaceAll(new RegExp(EDGE, 'gu'), '＿');
}

function deadText(text: string): string {
  const harmless = plainLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('*', '∗')
    .replaceAll('~', '∼')
    .replaceAll('`', "'")
    .replaceAll(/[@\uFF20]/g, (sign) => `${sign}${GAP}`)
    .replaceAll(/(?<![A-Za-z0-9])(www|mailto|tel)([.:])/gi, `$1${GAP}$2`);
  return breakSigns(harmless);
}

/** Keeps colons from making an address or an emoji, and a `#` from making the name of a channel. */
export function breakSigns(text: string): string {
  return text
    .replaceAll(/:(?=\/\/|[\p{L}\p{M}\p{N}_+'-]+:)/gu, `:${GAP}`)
    .replaceAll(/#(?=[\p{L}\p{N}])/gu, `#${GAP}`);
}

/** `<@U012ABC>` or `<!subteam^S012ABC>`; undefined for what is no id of a person or a user group. */
export function slackMention(id: string): string | undefined {
  if (/^[UW][A-Z0-9]{2,20}$/.test(id)) return `<@${id}>`;
  return /^S[A-Z0-9]{2,20}$/.test(id) ? `<!subteam^${id}>` : undefined;
}

/** Whether Slack may get an address: `https:`, and nothing in it that could end a link. */
export function isSlackUrl(url: string): boolean {
  return /^https:\/\/[^\s<>|"\\]+$/.test(url) && plainLine(url) === url;
}

/** A link with an escaped label; the address must be `https:`, else the label stands alone. */
export function slackLink(label: string, url: string): string {
  const safe = isSlackUrl(url);
  // A label has no code.
  const words = withoutEdges(deadText(label));
  // A label without words would show nothing, and Slack would show the address.
  return safe ? `<${url.replaceAll('&', '&amp;')}|${words === '' ? 'link' : words}>` : words;
}

/** One line for the header or the button of a message, where Slack knows no marks: only its three signs are escaped. */
export function plainSlack(text: string): string {
  return plainLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A moment in the zone of whoever reads it, with the words of a client that can't show it so. */
export function slackMoment(at: Instant): string {
  const words = formatInstant(at, 'UTC', 'ddd D MMM YYYY, HH:mm [UTC]');
  return `<!date^${Math.floor(at / 1_000)}^{date_short_pretty} at {time}|${words}>`;
}
