// Merges roles: people named later go before a rotation and keep it, and a rotation written later goes before people.
import { mergeNodes } from './merge-nodes.ts';
import type { Entry, MapNode, Node } from './yaml/node.ts';

/** A role without a value counts as not written. */
export function mergeRoles(base: Node | undefined, over: Node): Node {
  if (base?.kind !== 'map' || over.kind !== 'map') return mergeNodes(base, over);
  const entries = new Map(base.entries);
  for (const [role, { key, value }] of over.entries)
    entries.set(role, { key, value: mergeRole(entries.get(role)?.value, value) });
  return { ...over, entries };
}

function mergeRole(base: Node | undefined, over: Node): Node {
  if (base === undefined || over.kind === 'nothing') return mergeNodes(base, over);
  if (base.kind !== 'map' && over.kind !== 'map') return over;
  const before = inFull(base);
  const later = inFull(over);
  const entries = new Map(before.entries);
  if (isWritten(later, 'rotation')) entries.delete('people');
  for (const [key, entry] of later.entries) if (isWritten(later, key)) entries.set(key, entry);
  return { ...later, entries };
}

/** A list of people is short for keys. */
function inFull(role: Node): MapNode {
  if (role.kind === 'map') return role;
  const entries = new Map<string, Entry>(
    role.kind === 'nothing' ? [] : [['people', { key: role.at, value: role }]],
  );
  return { kind: 'map', entries, at: role.at };
}

function isWritten({ entries }: MapNode, key: string): boolean {
  const value = entries.get(key)?.value;
  return value !== undefined && value.kind !== 'nothing';
}
