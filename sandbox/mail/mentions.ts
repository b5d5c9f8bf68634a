// Who is mentioned in a Markdown text, as GitHub reads it: not in code, links or comments.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';

const MENTION = /(?<![\w/@`-])@(-*[a-z\d](?:[a-z\d-]{0,38})(?:_[a-z\d]+)?(?:\/[\w.-]+)?)(?![\w@-])/gi;

/** Logins and `org/team` names in order of appearance, without the @, each once. */
export function mentionsIn(markdown: string): string[] {
  if (!markdown.includes('@')) return [];
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const found = [...textOf(tree).matchAll(MENTION)].map((match) => match[1] ?? '');
  return [...new Set(found)];
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'link' || node.type === 'linkReference' || !('children' in node)) return ' ';
  const inline = node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
  return node.children.map(textOf).join('') + (inline ? '' : '\n');
}
