// Where something of a plan is written: with the release, with its kind, with what that extends, or at the top.
import type { Path } from '../../domain/problem.ts';
import { nodeAt } from '../locate.ts';
import { type MapNode, textAt } from '../yaml/node.ts';
import { basesOf, writtenKinds } from './kinds.ts';
import { isPlanKey } from './overlay.ts';

/** From `['kinds', 'patch', 'tasks', 'tag', 'due']` to the path at which that stands in the merged tree. */
export function writtenPath(tree: MapNode, path: Path): Path {
  const [top, name, key, ...rest] = path;
  if ((top !== 'releases' && top !== 'kinds') || name === undefined) return path;
  if (key === undefined || !isPlanKey(key)) return path;
  const kind = top === 'kinds' ? String(name) : textAt(nodeAt(tree, [top, name]), 'kind');
  const owners: Path[] = [
    ...(top === 'releases' ? [[top, name]] : []),
    ...chainOf(tree, kind).map((one) => ['kinds', one]),
    [],
  ];
  const depths = owners.map((owner) => depthOf(tree, owner, [key, ...rest]));
  const deepest = Math.max(...depths);
  const owner = owners[depths.indexOf(deepest)];
  return deepest === 0 || owner === undefined ? path : [...owner, key, ...rest];
}

/** A kind and what it extends, nearest first; presets among them are not in the tree. */
function chainOf(tree: MapNode, kind: string | undefined): readonly string[] {
  const kinds = writtenKinds(tree);
  const chain: string[] = [];
  const left = kind === undefined ? [] : [kind];
  for (let name = left.shift(); name !== undefined; name = left.shift()) {
    if (chain.includes(name)) continue;
    chain.push(name);
    left.push(
      ...basesOf(kinds.get(name)?.value)
        .toReversed()
        .map(({ text }) => text),
    );
  }
  return chain;
}

/** How many parts of the path stand below the owner. */
function depthOf(tree: MapNode, owner: Path, path: Path): number {
  if (nodeAt(tree, owner) === undefined) return 0;
  const found = path.findIndex(
    (_, index) => nodeAt(tree, [...owner, ...path.slice(0, index + 1)]) === undefined,
  );
  return found < 0 ? path.length : found;
}
