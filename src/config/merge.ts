// Merges presets and the user's file: keys by key, tasks by id, holidays one after the other.
import { nearest } from '../domain/nearest.ts';
import type { Path, Problem } from '../domain/problem.ts';
import { readYesNo } from './fields/text.ts';
import { quoted } from './yaml/hidden.ts';
import { type Entry, type ListNode, type MapNode, type Node, type Place, textAt } from './yaml/node.ts';

/** A problem with the place where it was written, possibly in a preset. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly at: Place;
}

export interface Merged {
  readonly tree: MapNode;
  readonly problems: readonly PlacedProblem[];
}

/** Keys of a task that say when it is due: one that a later layer gives takes the place of all earlier ones. */
const TIMING = ['week', 'due', 'span'];

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
  if (key === 'tasks') return mergeTasks(base, over, problems);
  if (key === 'holidays') return joinLists(base, over);
  return mergeNodes(base, over, [key]);
}

function mergeNodes(base: Node | undefined, over: Node, path: Path): Node {
  if (base === undefined) return over;
  if (over.kind === 'nothing') return base;
  const [earlier, later] = isMilestone(path) ? [writtenOut(base), writtenOut(over)] : [base, over];
  if (earlier.kind !== 'map' || later.kind !== 'map') return later;
  const entries = new Map(earlier.entries);
  for (const [key, entry] of later.entries)
    entries.set(key, {
      key: entry.key,
      value: mergeNodes(entries.get(key)?.value, entry.value, [...path, key]),
    });
  return { ...later, entries };
}

function isMilestone(path: Path): boolean {
  return path.length === 2 && path[0] === 'milestones';
}

/** `rc1: 2026-11-10` is short for `rc1: { on: 2026-11-10 }`. */
function writtenOut(node: Node): Node {
  if (node.kind !== 'text') return node;
  return { kind: 'map', entries: new Map([['on', { key: node.at, value: node }]]), at: node.at };
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

function mergeTasks(base: Node | undefined, over: Node, problems: PlacedProblem[]): Node {
  if (over.kind !== 'list') return over.kind === 'nothing' && base !== undefined ? base : over;
  const before = base?.kind === 'list' ? base.items : [];
  const items = [...before];
  for (const task of over.items) {
    const id = textAt(task, 'id');
    const index = id === undefined ? -1 : items.findIndex((item) => textAt(item, 'id') === id);
    const earlier = items[index];
    // Only what an earlier layer brought can be changed; a second task of the same layer stays for the rules.
    const changes = earlier !== undefined && before.includes(earlier);
    if (readYesNo(textAt(task, 'remove') ?? 'no') === true) {
      if (changes) items.splice(index, 1);
      else problems.push({ problem: nothingToRemove(id ?? '', { ...over, items: before }), at: task.at });
    } else if (changes) items[index] = mergeTask(earlier, task);
    else items.push(task);
  }
  return { ...over, items };
}

function mergeTask(base: Node, over: Node): Node {
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  const entries = new Map(base.entries);
  if (TIMING.some((key) => over.entries.has(key))) for (const key of TIMING) entries.delete(key);
  if (over.entries.has('span')) for (const key of ['every', 'until']) entries.delete(key);
  for (const [key, entry] of over.entries) if (entry.value.kind !== 'nothing') entries.set(key, entry);
  return { ...over, entries };
}

function nothingToRemove(id: string, before: ListNode): Problem {
  const known = before.items.flatMap((item) => textAt(item, 'id') ?? []);
  const guess = nearest(id, known);
  return {
    code: 'nothing-to-remove',
    severity: 'error',
    path: ['tasks', id],
    message: `No preset brings a task ${quoted(id)} that could be removed.`,
    fix:
      guess === undefined
        ? 'Delete this task, or check its id against the preset.'
        : `Did you mean ${guess}?`,
  };
}
