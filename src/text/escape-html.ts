// Makes text from outside harmless inside a line of HTML in an issue: no tag, mention, reference, link or marker.
import { deadReferences } from './dead-references.ts';
import { plainLine } from './plain-line.ts';

/** One line of HTML text in which nothing is live. */
export function escapeHtml(text: string): string {
  const safe = plainLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return deadReferences(safe).trim();
}
