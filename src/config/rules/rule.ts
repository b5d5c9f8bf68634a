// What a rule looks at, and what it returns.
import type { Problem } from '../../domain/problem.ts';
import type { References } from '../../domain/references.ts';
import type { PlacedProblem } from '../placed-problem.ts';
import { type MapNode, type Node, textAt } from '../yaml/node.ts';

export interface RuleSubject {
  /** The user's file alone. */
  readonly own: MapNode;
  /** Presets and the user's file. */
  readonly merged: MapNode;
  /** The presets alone, in order. */
  readonly presets: readonly MapNode[];
  /** What kinds, and releases with tasks or roles of their own, have in place of the top. */
  readonly plans: readonly MapNode[];
  /** False when a preset could not be read: what seems to be missing may stand in it. */
  readonly complete: boolean;
  /** Where sections name what has to exist elsewhere; each path begins with its section. */
  readonly references: readonly References[];
}

/** Gives problems by path in the merged tree, or placed when the user's file alone is meant. */
export type Rule = (subject: RuleSubject) => readonly (Problem | PlacedProblem)[];

/** The items of a top-level list; empty when there is none. */
export function itemsOf(tree: MapNode, key: string): readonly Node[] {
  const value = tree.entries.get(key)?.value;
  return value?.kind === 'list' ? value.items : [];
}

/** The entries of a map, by key; empty for anything else. */
export function entriesOf(
  node: Node | undefined,
): ReadonlyMap<string, { readonly value: Node; readonly key: Node['at'] }> {
  return node?.kind === 'map' ? node.entries : new Map();
}

/** How messages name a task. */
export function taskName(task: Node): string {
  const id = textAt(task, 'id');
  return id === undefined ? 'The task' : `The task "${id}"`;
}
