// Reads a page the way a browser does, for what is alive in it.
import { raw } from 'hast-util-raw';
import type { Element, Nodes } from 'hast';

/** Every element of the page. */
export function elementsOf(page: string): Element[] {
  return collect(raw({ type: 'root', children: [{ type: 'raw', value: page }] }));
}

/** The text of a page or an element. */
export function textOf(page: string | Element): string {
  const node =
    typeof page === 'string' ? raw({ type: 'root', children: [{ type: 'raw', value: page }] }) : page;
  return words(node).replaceAll(/\s+/g, ' ');
}

function collect(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap(collect) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

function words(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(words).join(' ') : '';
}
