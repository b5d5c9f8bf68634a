// From the tree to the plain value that the schema decodes.
import type { Node } from './yaml/node.ts';

/** Texts, lists and objects without a prototype; what is empty becomes undefined. */
export function valueOf(node: Node): unknown {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'nothing') return undefined;
  if (node.kind === 'list') return node.items.map(valueOf);
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, { value }] of node.entries) object[key] = valueOf(value);
  return object;
}
