// What Slack shows of a message: its own marks as HTML, everything else as text.
import { type Html, html } from '../../src/text/html.ts';

/** Paragraphs and lists of the text of a section block. */
export function renderMrkdwn(text: string): Html {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parts: { readonly item: boolean; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const item = line.startsWith('• ');
    const last = parts.at(-1);
    if (item && last?.item === true) last.lines.push(line.slice(2));
    else parts.push({ item, lines: [item ? line.slice(2) : line] });
  }
  return html`${parts.map(({ item, lines: own }) =>
    item
      ? html`<ul>
          ${own.map((line) => html`<li>${inline(line)}</li>`)}
        </ul>`
      : html`${own.map((line) => html`<p>${inline(line)}</p>`)}`,
  )}`;
}

/** Links, mentions and bold; the rest is text. */
function inline(line: string): Html[] {
  return line
    .split(/(<[^<>]*>|\*[^*<>]+\*)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece.startsWith('<') && piece.endsWith('>')) return reference(piece.slice(1, -1));
      const [, bold] = /^\*(.+)\*$/.exec(piece) ?? [];
      return bold === undefined ? html`${plain(piece)}` : html`<strong>${plain(bold)}</strong>`;
    });
}

/** `https://example.com|label`, `@U012ABC`, `!subteam^S012ABC`. */
function reference(inside: string): Html {
  const [target = '', label] = inside.split('|', 2);
  // A moment in the reader's zone: here in the words for clients that show none.
  if (target.startsWith('!date^')) return html`${plain(label ?? '')}`;
  if (/^[@!#]/.test(target)) return html`<span class="mention">${plain(label ?? target)}</span>`;
  if (!target.startsWith('https://')) return html`${plain(label ?? target)}`;
  return html`<a href="${plain(target)}" rel="noreferrer">${plain(label ?? target)}</a>`;
}

/** Text without Slack's escapes. */
export function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
