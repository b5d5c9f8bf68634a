// The text of a comment of ours as it stands on GitHub: the marker, then the words.
import { markerLine } from './marker.ts';

export function commentText(key: string, body: string): string {
  return `${markerLine(key)}\n${body}\n`;
}
