// A config with its presets merged into it, as YAML: what relcomms goes by, in one piece.
import { yamlEntry } from './generate/yaml-block.ts';
import { type Presets, collectLayers } from './layers.ts';
import { mergeLayers } from './merge.ts';
import { valueOf } from './value-of.ts';
import { readYaml } from './yaml/read-yaml.ts';

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
]);

/**
 * Lines without line ends, for a text that loads without an error. Without `extends`, since that has been followed;
 * read as a config, they say the same as `text`. `sections` are the names of the duties.
 */
export function mergedYaml(text: string, presets: Presets, sections: readonly string[]): readonly string[] {
  const { tree: own } = readYaml(text);
  if (own === undefined) return [];
  const { layers } = collectLayers(own, presets);
  const { tree } = mergeLayers([...layers.map((layer) => layer.tree), own], sections);
  const merged = Object.entries(valueOf(tree) as Record<string, unknown>).map(
    ([key, value]) => [key, key === 'kinds' ? withEmpty(value) : value] as const,
  );
  // A section may be on by itself: that it is switched off has to be said.
  const off = sections.filter((name) => own.entries.has(name) && !tree.entries.has(name));
  return [...merged, ...off.map((name) => [name, 'no'] as const)]
    .filter(([key, value]) => key !== 'extends' && value !== undefined)
    .flatMap(([key, value]) => yamlEntry({ key, value: plain(value), indent: '', explained: new Set() }));
}

/** A kind that says nothing is one that a release may name. */
function withEmpty(kinds: unknown): unknown {
  if (typeof kinds !== 'object' || kinds === null || Array.isArray(kinds)) return kinds;
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, kind ?? {}]));
}

/** Without keys that have nothing behind them, and with whole numbers, yes and no as people write them. */
function plain(value: unknown): unknown {
  if (typeof value === 'string')
    return WORDS.get(value) ?? (/^[1-9]\d{0,3}$/.test(value) ? Number(value) : value);
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}
