// Merges two values of a config: keys by key, anything else as the later one says.
import type { Node } from './yaml/node.ts';

/** A key without a value counts as not written. */
export function mergeNodes(base: Node | undefined, over: Node): Node {
  if (base === undefined) return over;
  if (over.kind === 'nothing') return base;
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  const entries = new Map(base.entries);
  for (const [key, { key: at, value }] of over.entries)
    entries.set(key, { key: at, value: mergeNodes(entries.get(key)?.value, value) });
  return { ...over, entries };
}
