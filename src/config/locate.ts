// From the path of a problem to its place in the user's file.
import type { LocatedProblem, Path, Problem } from '../domain/problem.ts';
import { type MapNode, type Node, type Place, textAt } from './yaml/node.ts';

/** The user's own lines that bring each preset in, by name of the preset. */
export type PresetPlaces = ReadonlyMap<string, Place>;

/** Items of these lists are named by this key instead of their index, which merging changes. */
const NAMED_LISTS: Readonly<Record<string, string>> = { tasks: 'id', releases: 'version' };

/** Problems that are about a key and not about its value. */
const KEY_CODES: ReadonlySet<string> = new Set(['unknown-key', 'bad-key', 'reserved-id']);

/**
 * The problem with its line and column: of the value, or of the nearest thing around it that is written.
 * What a preset brings is located at the line that names the preset, and the message says so.
 */
export function locate(tree: MapNode, presets: PresetPlaces, problem: Problem): LocatedProblem {
  const found = placeOf(tree, problem.path, KEY_CODES.has(problem.code));
  return inUsersFile({ ...problem, path: namedPath(tree, problem.path) }, found, presets);
}

/** Ties a problem to a place that may lie in a preset. */
export function inUsersFile(problem: Problem, found: Place, presets: PresetPlaces): LocatedProblem {
  if (found.preset === undefined) return { ...problem, line: found.line, column: found.column };
  const { line, column } = presets.get(found.preset) ?? { line: 1, column: 1 };
  const message = `In the preset "${found.preset}", line ${found.line}: ${problem.message}`;
  return { ...problem, message, line, column };
}

/** The place of the value (or of its key) at the path, or of the nearest ancestor that is written. */
function placeOf(tree: MapNode, path: Path, atKey: boolean): Place {
  let node: Node = tree;
  let place = tree.at;
  for (const [index, part] of path.entries()) {
    const next = stepInto(node, part);
    if (next === undefined) break;
    const last = index === path.length - 1;
    place = (atKey && last ? keyPlace(node, part) : undefined) ?? next.place;
    node = next.node;
  }
  return place;
}

/** The value at the path; undefined when nothing is written there. */
export function nodeAt(tree: MapNode, path: Path): Node | undefined {
  let node: Node | undefined = tree;
  for (const part of path) node = node === undefined ? undefined : stepInto(node, part)?.node;
  return node;
}

/** The same path with tasks and releases named by id and version. */
export function namedPath(tree: MapNode, path: Path): Path {
  return path.map((part, index) => {
    const list = path[index - 1];
    const key = typeof list === 'string' ? NAMED_LISTS[list] : undefined;
    if (key === undefined || typeof part !== 'number') return part;
    return textAt(nodeAt(tree, path.slice(0, index + 1)), key) ?? part;
  });
}

function stepInto(
  node: Node,
  part: string | number,
): { readonly node: Node; readonly place: Place } | undefined {
  if (node.kind === 'list') {
    const item = node.items[typeof part === 'number' ? part : indexOf(node.items, part)];
    return item === undefined ? undefined : { node: item, place: item.at };
  }
  if (node.kind !== 'map') return undefined;
  // `week: 5` is short for `due: week 5`.
  const entry = node.entries.get(String(part)) ?? (part === 'due' ? node.entries.get('week') : undefined);
  if (entry === undefined) return undefined;
  const { value } = entry;
  // A block of keys or items begins a line below its own key: the key is where people look.
  const below = value.kind === 'text' ? false : value.at.line !== entry.key.line || value.kind === 'nothing';
  return { node: value, place: below ? entry.key : value.at };
}

function keyPlace(node: Node, part: string | number): Place | undefined {
  return node.kind === 'map' ? node.entries.get(String(part))?.key : undefined;
}

function indexOf(items: readonly Node[], name: string): number {
  const named = items.findIndex((item) => textAt(item, 'id') === name || textAt(item, 'version') === name);
  return named < 0 && /^\d{1,4}$/.test(name) ? Number(name) : named;
}
