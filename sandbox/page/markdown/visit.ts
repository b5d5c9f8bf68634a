// Walks the elements of a tree.
import type { Element, ElementContent, Root } from 'hast';

export type Parent = Root | Element;

/** Calls `onElement` for every element, parents first; answering `skip` leaves its children alone. */
export function visitElements(parent: Parent, onElement: (element: Element) => 'skip' | void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (onElement(child) !== 'skip') visitElements(child, onElement);
  }
}

/** The text below a node. */
export function textOf(node: Parent | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as ElementContent)).join('') : '';
}
