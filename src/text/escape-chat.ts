// Makes text from outside harmless in the Markdown of chats: Mattermost, Rocket.Chat, and Discord.
import { breakSigns } from './escape-slack.ts';
import { plainLine } from './plain-line.ts';
import { isSafeAddress } from './safe-address.ts';

/** A zero-width space, between signs that a chat would read together. No chat knows every escape of Markdown. */
const GAP = '\u200b';

/** One line in which nothing is live: no mention, link, picture, emoji, or format. */
export function escapeChat(text: string): string {
  const words = plainLine(text)
    .replaceAll(/[\\*_~`]/g, String.raw`\$&`)
    .replaceAll(/[@\uFF20[\]<|!]/g, (sign) => `${sign}${GAP}`)
    .replaceAll(/&(?=[#\p{L}])/gu, `&${GAP}`)
    .replaceAll(/(?<![A-Za-z0-9])(www|mailto|tel)([.:])/gi, `$1${GAP}$2`)
    // Rocket.Chat makes a link of every name with a dot.
    .replaceAll(/(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})/gu, `.${GAP}`);
  return breakSigns(words);
}

/** A line that can't begin a heading, a quote, a list, a table, or a rule. */
export function chatStart(line: string): string {
  const text = line.trim();
  return /^(?:\p{L}|\*\*|\[)/u.test(text) || text === '' ? text : `${GAP}${text}`;
}

/** A link with an escaped label; the address must be `https:`, else the label stands alone. */
export function chatLink(label: string, url: string): string {
  const words = escapeChat(label);
  if (!isSafeAddress(url) || /[`|]/.test(url)) return words;
  const address = url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('*', '%2A');
  return `[${words === '' ? 'link' : words}](${address})`;
}
