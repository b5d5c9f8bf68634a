// Merges presets and the user's file: keys by key, tasks by id, holidays one after the other.
import { readYesNo } from './fields/text.ts';
import { mergeMilestones } from './merge-milestones.ts';
import { mergeNodes } from './merge-nodes.ts';
import { mergeRoles } from './merge-roles.ts';
import { mergeTasks } from './merge-tasks.ts';
import type { PlacedProblem } from './placed-problem.ts';
import { removal } from './removal.ts';
import type { Entry, MapNode, Node } from './yaml/node.ts';

export interface Merged {
  readonly tree: MapNode;
  readonly problems: readonly PlacedProblem[];
}

/** Puts the layers on top of each other; the last one wins. `sections` are the names of the duties. */
export function mergeLayers(layers: readonly MapNode[], sections: readonly string[]): Merged {
  const problems: PlacedProblem[] = [];
  const empty: MapNode = { kind: 'map', entries: new Map(), at: layers.at(-1)?.at ?? { line: 1, column: 1 } };
  const tree = layers.reduce((base, layer) => mergeTop(base, layer, sections, problems), empty);
  return { tree, problems };
}

function mergeTop(
  base: MapNode,
  over: MapNode,
  sections: readonly string[],
  problems: PlacedProblem[],
): MapNode {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const before = entries.get(key)?.value;
    const value = sections.includes(key) ? switched(entry, before) : entry.value;
    if (value === undefined) entries.delete(key);
    else entries.set(key, { key: entry.key, value: mergeKey(key, before, value, problems) });
  }
  return { ...over, entries };
}

/** A duty's section alone, or `yes`, turns it on with its defaults; `no` turns off what a preset turned on. */
function switched({ key, value }: Entry, before: Node | undefined): Node | undefined {
  const answer = value.kind === 'text' ? readYesNo(value.text) : undefined;
  if (answer === false) return undefined;
  if (answer === undefined && value.kind !== 'nothing') return value;
  return before ?? { kind: 'map', entries: new Map(), at: key };
}

function mergeKey(key: string, base: Node | undefined, over: Node, problems: PlacedProblem[]): Node {
  if (key === 'extends') return over;
  const tell = removal({ path: [key], brings: 'preset', problems });
  if (key === 'tasks') return mergeTasks(base, over, tell);
  if (key === 'milestones') return mergeMilestones(base, over, tell);
  if (key === 'roles') return mergeRoles(base, over);
  if (key === 'holidays') return joinLists(base, over);
  return mergeNodes(base, over);
}

function joinLists(base: Node | undefined, over: Node): Node {
  if (base === undefined) return over;
  if (base.kind !== 'list' || over.kind === 'map') return over;
  if (over.kind === 'nothing') return base;
  return {
    kind: 'list',
    items: [...base.items, ...(over.kind === 'list' ? over.items : [over])],
    at: over.at,
  };
}
