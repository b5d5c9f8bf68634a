// The presets that a file extends, in the order in which they are merged.
import { nearest } from '../domain/nearest.ts';
import type { LocatedProblem } from '../domain/problem.ts';
import { inUsersFile } from './locate.ts';
import { quoted } from './yaml/hidden.ts';
import type { MapNode, Place, TextNode } from './yaml/node.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** Texts of presets by name. */
export type Presets = Readonly<Record<string, string>>;

export interface Layers {
  /** Earlier ones give way to later ones. Each preset stands once, where it is first needed. */
  readonly layers: readonly { readonly name: string; readonly tree: MapNode }[];
  /** For each preset the place in the user's file that brings it in. */
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly LocatedProblem[];
}

interface Collection {
  readonly presets: Presets;
  readonly layers: Map<string, MapNode>;
  readonly places: Map<string, Place>;
  readonly problems: LocatedProblem[];
}

/** Follows `extends` of the user's file and of the presets themselves. */
export function collectLayers(own: MapNode, presets: Presets): Layers {
  const collection: Collection = { presets, layers: new Map(), places: new Map(), problems: [] };
  for (const name of extendsOf(own)) {
    if (!collection.places.has(name.text)) collection.places.set(name.text, name.at);
    collect(collection, name, name.at, []);
  }
  const layers = [...collection.layers].map(([name, tree]) => ({ name, tree }));
  return { layers, places: collection.places, problems: collection.problems };
}

/** Adds a preset after everything that it extends. `via` is the user's line; `chain` the presets on the way. */
function collect(
  collection: Collection,
  { text: name, at }: TextNode,
  via: Place,
  chain: readonly string[],
): void {
  if (chain.includes(name)) {
    const message = `Presets extend each other in a circle: ${[...chain.slice(chain.indexOf(name)), name].join(' → ')}.`;
    tell(collection, via, {
      code: 'preset-circle',
      message,
      fix: 'Let one of them extend none of the others.',
    });
    return;
  }
  if (collection.layers.has(name)) return;
  const source = Object.hasOwn(collection.presets, name) ? collection.presets[name] : undefined;
  if (source === undefined) return tell(collection, at, unknownPreset(name, Object.keys(collection.presets)));
  if (!collection.places.has(name)) collection.places.set(name, via);
  const { tree, problems } = readYaml(source, name);
  for (const { line, column, ...problem } of problems)
    collection.problems.push(
      inUsersFile({ ...problem, path: ['extends'] }, { line, column, preset: name }, collection.places),
    );
  if (tree === undefined) return;
  for (const base of extendsOf(tree)) collect(collection, base, via, [...chain, name]);
  collection.layers.set(name, tree);
}

function extendsOf(tree: MapNode): readonly TextNode[] {
  const written = tree.entries.get('extends')?.value;
  const items = written?.kind === 'list' ? written.items : [written];
  return items.filter((item): item is TextNode => item?.kind === 'text');
}

function unknownPreset(
  name: string,
  known: readonly string[],
): Pick<LocatedProblem, 'code' | 'message' | 'fix'> {
  const guess = nearest(name, known);
  return {
    code: 'unknown-preset',
    message: `There is no preset ${quoted(name)}.`,
    fix:
      guess === undefined
        ? `Presets: ${known.join(', ') || 'none'}.`
        : `Did you mean ${guess}? Presets: ${known.join(', ')}.`,
  };
}

function tell(
  collection: Collection,
  at: Place,
  words: Pick<LocatedProblem, 'code' | 'message' | 'fix'>,
): void {
  const problem = { ...words, severity: 'error' as const, path: ['extends'] };
  collection.problems.push(inUsersFile(problem, at, collection.places));
}
