// A younger comment of ours that counts no more: it loses its key, and its words stay below a line that says where to look.
import { markerLine } from '../text/marker.ts';

/** `sentence` is Markdown of one line. */
export function foldedBehind(body: string, key: string, sentence: string): string {
  const said = [markerLine(`${key}/folded`), `**${sentence}**`].join('\n');
  return body.includes(markerLine(key))
    ? body.replace(markerLine(key), () => `${said}\n`)
    : `${said}\n\n${body}`;
}
