// What each kind of release has: the presets and kinds that it extends, or what stands at the top, then its own.
import { nearest } from '../../domain/nearest.ts';
import type { Path } from '../../domain/problem.ts';
import { type Presets, collectLayers } from '../layers.ts';
import { mergeLayers } from '../merge.ts';
import type { PlacedProblem } from '../placed-problem.ts';
import { quoted } from '../yaml/hidden.ts';
import type { Entry, MapNode, Node, Place, TextNode } from '../yaml/node.ts';
import { overlay } from './overlay.ts';

export interface Kinds {
  /** By name, the keys of a plan, complete. */
  readonly trees: ReadonlyMap<string, MapNode>;
  /** The user's lines that bring in presets which kinds extend. */
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly PlacedProblem[];
}

/** One layer of a kind; those of presets name no people. */
interface Layer {
  readonly name: string;
  readonly tree: MapNode;
  readonly isPreset: boolean;
}

interface Collection {
  readonly written: ReadonlyMap<string, Entry>;
  readonly presets: Presets;
  readonly layers: Map<string, readonly Layer[]>;
  /** Each preset is read once. */
  readonly read: Map<string, readonly Layer[]>;
  readonly places: Map<string, Place>;
  readonly problems: PlacedProblem[];
}

/** Follows `extends` of every kind. Where a problem is told, that base is left out. */
export function resolveKinds(merged: MapNode, presets: Presets): Kinds {
  const written = writtenKinds(merged);
  const collection: Collection = {
    written,
    presets,
    layers: new Map(),
    read: new Map(),
    places: new Map(),
    problems: [],
  };
  const trees = new Map<string, MapNode>();
  for (const [name, { value }] of written) {
    const { problems } = collection;
    const bases = layersOf(collection, name, []).filter((layer) => layer.isPreset || layer.name !== name);
    const ground = groundOf(
      merged,
      bases.some(({ isPreset }) => isPreset),
    );
    const base = bases.reduce((tree, layer) => layOver(tree, layer), ground);
    trees.set(name, value.kind === 'map' ? overlay(base, value, { path: ['kinds', name], problems }) : base);
  }
  return { trees, places: collection.places, problems: collection.problems };
}

/** By name; empty when there are none. */
export function writtenKinds(merged: MapNode): ReadonlyMap<string, Entry> {
  const kinds = merged.entries.get('kinds')?.value;
  return kinds?.kind === 'map' ? kinds.entries : new Map<string, Entry>();
}

/** The names that a kind extends. */
export function basesOf(kind: Node | undefined): readonly TextNode[] {
  const value = kind?.kind === 'map' ? kind.entries.get('extends')?.value : undefined;
  const items = value?.kind === 'list' ? value.items : [value];
  return items.filter((item): item is TextNode => item?.kind === 'text');
}

/** What is no plan, and holds for every kind. */
const BESIDE_A_PLAN = ['roles', 'labels', 'vars', 'repositories', 'events'];

/**
 * What stands at the top is below every kind. Where a preset brings another plan, of the top only roles, labels and
 * variables are: two checklists in one are nobody's plan.
 */
function groundOf(merged: MapNode, hasPlan: boolean): MapNode {
  const nothing: MapNode = { kind: 'map', entries: new Map(), at: merged.at };
  const kept = [...merged.entries].filter(([key]) => !hasPlan || BESIDE_A_PLAN.includes(key));
  return overlay(nothing, { ...merged, entries: new Map(kept) }, { path: [], problems: [] });
}

/** Problems of a base are told where that base is written. A preset says which roles there are, and not who has them. */
function layOver(base: MapNode, { name, tree, isPreset }: Layer): MapNode {
  const given = { path: ['kinds', name], problems: [] };
  if (!isPreset) return overlay(base, tree, given);
  const roles = tree.entries.get('roles');
  const held = base.entries.get('roles')?.value;
  if (roles?.value.kind !== 'map' || held?.kind !== 'map') return overlay(base, tree, given);
  const fresh = [...roles.value.entries].filter(([role]) => !held.entries.has(role));
  const value = { ...roles.value, entries: new Map(fresh) };
  return overlay(
    base,
    { ...tree, entries: new Map([...tree.entries, ['roles', { ...roles, value }]]) },
    given,
  );
}

/** The layers of a kind, its own last; each stands once, where it is first needed. */
function layersOf(collection: Collection, name: string, chain: readonly string[]): readonly Layer[] {
  const known = collection.layers.get(name);
  if (known !== undefined) return known;
  const kind = collection.written.get(name)?.value;
  const bases = basesOf(kind).flatMap((base) => baseLayers(collection, name, base, [...chain, name]));
  const own = kind?.kind === 'map' ? [{ name, tree: kind, isPreset: false }] : [];
  const layers = [...new Map([...bases, ...own].map((layer) => [layer.tree, layer])).values()];
  collection.layers.set(name, layers);
  return layers;
}

function baseLayers(
  collection: Collection,
  kind: string,
  base: TextNode,
  chain: readonly string[],
): readonly Layer[] {
  const { written, presets } = collection;
  if (chain.includes(base.text)) {
    const circle = [...chain.slice(chain.indexOf(base.text)), base.text].join(' → ');
    const [message, fix] =
      base.text === kind
        ? [`The kind ${quoted(kind)} extends itself.`, 'Delete the name here.']
        : [
            `The kinds extend each other in a circle: ${circle}.`,
            'Let one of them extend none of the others.',
          ];
    tell(collection, kind, base, ['kind-circle', message, fix]);
    return [];
  }
  if (written.has(base.text)) return layersOf(collection, base.text, chain);
  if (Object.hasOwn(presets, base.text)) return presetLayer(collection, base);
  const known = [...[...written.keys()].filter((name) => name !== kind), ...Object.keys(presets)];
  const meant = nearest(base.text, known);
  const fix = meant === undefined ? `Kinds and presets: ${known.join(', ')}.` : `Did you mean ${meant}?`;
  tell(collection, kind, base, ['unknown-kind', `There is no kind or preset ${quoted(base.text)}.`, fix]);
  return [];
}

function presetLayer(collection: Collection, base: TextNode): readonly Layer[] {
  const known = collection.read.get(base.text);
  if (known !== undefined) return known;
  const entries = new Map([['extends', { key: base.at, value: base }]]);
  const found = collectLayers({ kind: 'map', entries, at: base.at }, collection.presets);
  for (const [name, place] of found.places)
    if (!collection.places.has(name)) collection.places.set(name, place);
  for (const { line, column, ...problem } of found.problems)
    collection.problems.push({ problem, at: { line, column } });
  const trees = found.layers.map(({ tree }) => tree);
  const layers = [{ name: base.text, tree: mergeLayers(trees, []).tree, isPreset: true }];
  collection.read.set(base.text, layers);
  return layers;
}

function tell(
  { problems }: Collection,
  kind: string,
  { at }: TextNode,
  [code, message, fix]: readonly [string, string, string],
): void {
  const path: Path = ['kinds', kind, 'extends'];
  problems.push({ problem: { code, severity: 'error', path, message, fix }, at });
}
