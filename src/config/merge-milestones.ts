// Merges milestones by id: the keys that the later one gives win, and `remove: yes` takes one away.
import { mergeNodes } from './merge-nodes.ts';
import { type NothingToRemove, isRemoval } from './removal.ts';
import type { MapNode, Node } from './yaml/node.ts';

/** `tell` gets the removals that remove nothing. */
export function mergeMilestones(base: Node | undefined, over: Node, tell: NothingToRemove): Node {
  if (over.kind !== 'map') return mergeNodes(base, over);
  const entries = new Map(base?.kind === 'map' ? base.entries : []);
  for (const [id, { key, value }] of over.entries) {
    const before = entries.get(id)?.value;
    if (isRemoval(value)) {
      if (before === undefined) tell(id, [...entries.keys()], key);
      entries.delete(id);
    } else entries.set(id, { key, value: before === undefined ? value : mergeOne(before, value) });
  }
  return { ...over, entries };
}

function mergeOne(base: Node, over: Node): Node {
  return over.kind === 'nothing' ? base : mergeNodes(writtenOut(base), writtenOut(over));
}

/** `rc1: 2026-11-10` is short for `rc1: { on: 2026-11-10 }`. */
export function writtenOut(node: Node): MapNode | Node {
  if (node.kind !== 'text') return node;
  return { kind: 'map', entries: new Map([['on', { key: node.at, value: node }]]), at: node.at };
}
