// Makes text from outside harmless inside HTML in an issue, where GitHub links mentions and references all the same.
import { deadReferences } from './dead-references.ts';
import { escapeHtml } from './escape-html.ts';
import { plainLine } from './plain-line.ts';

/** One line of HTML text in which nothing is live. */
export function escapeSummary(text: string): string {
  return deadReferences(escapeHtml(plainLine(text))).trim();
}
