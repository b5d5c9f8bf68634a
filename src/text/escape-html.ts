// Makes text from outside harmless in HTML: in text and in attributes with double quotes.
import { plainLine } from './plain-line.ts';

export function escapeHtml(text: string): string {
  return plainLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
