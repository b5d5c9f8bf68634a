// The text of a comment of ours as it stands on GitHub: the markers, then the words.
import { markerLine } from './marker.ts';

/** One thing that a comment says, with the key by which it is found again. */
export interface CommentPart {
  readonly key: string;
  /** Markdown, already escaped, without the marker. */
  readonly body: string;
}

/** Between what several parts say. */
const RULE = '\n\n---\n\n';

export function commentText(key: string, body: string): string {
  return commentOf([{ key, body }]);
}

/** Several parts in one comment: all markers stand above the first word, where nobody else's text can come before them. */
export function commentOf(parts: readonly CommentPart[]): string {
  const markers = parts.map(({ key }) => markerLine(key)).join('\n');
  return `${markers}\n${parts.map(({ body }) => body).join(RULE)}\n`;
}
