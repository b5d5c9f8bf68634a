// The plan of each release: that of its kind, with the tasks and roles that it has of its own.
import { nearest } from '../../domain/nearest.ts';
import type { Path } from '../../domain/problem.ts';
import type { Presets } from '../layers.ts';
import type { PlacedProblem } from '../placed-problem.ts';
import { isRemoval } from '../removal.ts';
import { quoted } from '../yaml/hidden.ts';
import { type Entry, type MapNode, type Node, type Place, type TextNode, textAt } from '../yaml/node.ts';
import { resolveKinds, writtenKinds } from './kinds.ts';
import { overlay } from './overlay.ts';

/** What a kind, or a release with tasks or roles of its own, has in place of the top of the config. */
export interface Plan {
  /** Where it is written: `['kinds', 'patch']`, `['releases', '1.10.0']`. */
  readonly path: Path;
  /** The keys of a plan, complete. */
  readonly tree: MapNode;
}

export interface Plans {
  /** By name. */
  readonly kinds: ReadonlyMap<string, Plan>;
  /** By version; none for a release that has what stands at the top. */
  readonly releases: ReadonlyMap<string, Plan>;
  /** The user's lines that bring in presets which kinds extend. */
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly PlacedProblem[];
}

/** Each of them costs as much as a whole config. */
const MOST_PLANS = 50;

/** What each kind has in place of the top, by name; empty when there are too many, which `plansOf` tells. */
export function kindTrees(merged: MapNode, presets: Presets): ReadonlyMap<string, MapNode> {
  return writtenKinds(merged).size > MOST_PLANS ? new Map() : resolveKinds(merged, presets).trees;
}

/** `merged` are presets and file. Where problems are told, plans are made as well as they can be. */
export function plansOf(merged: MapNode, presets: Presets): Plans {
  const list = merged.entries.get('releases');
  const items = list?.value.kind === 'list' ? list.value.items : [];
  const changes = items.map(ownPlan);
  const count = writtenKinds(merged).size + changes.filter((one) => one !== undefined).length;
  if (count > MOST_PLANS) {
    const at = merged.entries.get('kinds')?.key ?? list?.key ?? merged.at;
    return { kinds: new Map(), releases: new Map(), places: new Map(), problems: [tooMany(count, at)] };
  }
  const { trees, places, problems: found } = resolveKinds(merged, presets);
  const problems = [...found];
  const kinds = new Map([...trees].map(([name, tree]) => [name, { path: ['kinds', name], tree }]));
  const releases = new Map<string, Plan>();
  for (const [index, release] of items.entries()) {
    const version = textAt(release, 'version');
    // Without a version nothing is made of it.
    if (version === undefined) continue;
    const kind = release.kind === 'map' ? release.entries.get('kind')?.value : undefined;
    const base = kind?.kind === 'text' ? kinds.get(kind.text) : undefined;
    if (kind?.kind === 'text' && base === undefined)
      problems.push(unknownKind(kind, version, [...kinds.keys()]));
    const change = changes[index];
    const path = ['releases', version];
    if (change !== undefined)
      releases.set(version, { path, tree: overlay(base?.tree ?? merged, change, { path, problems }) });
    else if (base !== undefined) releases.set(version, base);
  }
  return { kinds, releases, places, problems };
}

/** What a release changes of its plan: its own milestones are no part of it, but it may take some away. */
function ownPlan(release: Node): MapNode | undefined {
  if (release.kind !== 'map') return undefined;
  const entries = new Map<string, Entry>();
  for (const key of ['candidates', 'tasks', 'roles', 'repositories']) {
    const entry = release.entries.get(key);
    if (entry !== undefined && entry.value.kind !== 'nothing') entries.set(key, entry);
  }
  const milestones = release.entries.get('milestones');
  if (milestones?.value.kind === 'map') {
    const removals = [...milestones.value.entries].filter(([, { value }]) => isRemoval(value));
    const value = { ...milestones.value, entries: new Map(removals) };
    if (removals.length > 0) entries.set('milestones', { ...milestones, value });
  }
  return entries.size === 0 ? undefined : { kind: 'map', entries, at: release.at };
}

function unknownKind({ text, at }: TextNode, version: string, known: readonly string[]): PlacedProblem {
  const meant = nearest(text, known);
  const names = known.length === 0 ? 'Add it under "kinds".' : `Kinds: ${known.join(', ')}.`;
  const problem = {
    code: 'unknown-kind',
    severity: 'error' as const,
    path: ['releases', version, 'kind'],
    message: `${quoted(text)} is no kind under "kinds".`,
    fix: meant === undefined ? names : `Did you mean ${meant}?`,
  };
  return { problem, at };
}

function tooMany(count: number, at: Place): PlacedProblem {
  const message = `${count} kinds and releases with tasks or roles of their own are more than ${MOST_PLANS}.`;
  const fix = 'Give releases that share their tasks a kind, or delete releases that are over.';
  return { problem: { code: 'too-many-plans', severity: 'error', path: ['kinds'], message, fix }, at };
}
