// Makes text from outside harmless in Slack's mrkdwn: no mention, link, emoji or format is live in it.
import { plainLine } from './plain-line.ts';

/** A zero-width space, between signs that Slack would read together. */
const GAP = '\u200b';

/** One line of text in which nothing is live. Slack has no escape for its formats, so their signs get a look-alike. */
export function escapeSlack(text: string): string {
  const harmless = plainLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('*', '∗')
    .replaceAll('~', '∼')
    .replaceAll('`', "'")
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '＿')
    .replaceAll(/[@＠]/g, (sign) => `${sign}${GAP}`)
    .replaceAll(/#(?=[\p{L}\p{N}])/gu, `#${GAP}`)
    .replaceAll(/(?<![A-Za-z0-9])(www|mailto|tel)([.:])/gi, `$1${GAP}$2`);
  return breakSigns(harmless);
}

/** Keeps colons from making an address or an emoji. */
export function breakSigns(text: string): string {
  return text.replaceAll(/:(?=\/\/|[a-z0-9_+'-]+:)/gi, `:${GAP}`);
}

/** `<@U012ABC>` or `<!subteam^S012ABC>`; undefined for what is no id of a person or a user group. */
export function slackMention(id: string): string | undefined {
  if (/^[UW][A-Z0-9]{2,20}$/.test(id)) return `<@${id}>`;
  return /^S[A-Z0-9]{2,20}$/.test(id) ? `<!subteam^${id}>` : undefined;
}

/** A link with an escaped label; the address must be `https:`, else the label stands alone. */
export function slackLink(label: string, url: string): string {
  const safe = /^https:\/\/[^\s<>|"\\]+$/.test(url) && plainLine(url) === url;
  const words = escapeSlack(label);
  // A label without words would show nothing, and Slack would show the address.
  return safe ? `<${url.replaceAll('&', '&amp;')}|${words === '' ? 'link' : words}>` : words;
}
