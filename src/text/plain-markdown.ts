// The words of Markdown of ours without its signs, for places that know none.
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** One line. Comments and other HTML vanish; gaps that kept words from being live do, too. */
export function plainMarkdown(markdown: string): string {
  return wordsOf(fromMarkdown(markdown)).replaceAll('\u200B', '').replaceAll(/\s+/g, ' ').trim();
}

function wordsOf(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(wordsOf).join(node.type === 'root' ? ' ' : '') : '';
}
