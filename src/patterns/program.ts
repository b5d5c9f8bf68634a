// Turns the tree of a pattern into steps that can all be walked at once.
import { refuse } from './cursor.ts';
import type { Node, Place, RuneTest } from './node.ts';

/** The last step is the end: who gets there has found the pattern. */
export type Step =
  | { readonly kind: 'rune'; readonly accepts: RuneTest; readonly next: number }
  | { readonly kind: 'place'; readonly place: Place; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'end' };

export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  /** Whether it can be found only where the text begins. */
  readonly tied: boolean;
}

/** A name of 1,000 characters is held against so many steps in some milliseconds. */
const MOST_STEPS = 4000;

/** Throws SyntaxError where numbers make it too long. */
export function programOf(tree: Node): Program {
  const steps: Step[] = [{ kind: 'end' }];
  const start = add(steps, tree, 0);
  return { steps, start, tied: beginsText(tree) };
}

/** Adds the steps of a node that go on with `next`; answers where they begin. */
function add(steps: Step[], node: Node, next: number): number {
  if (node.kind === 'repeat') return addRepeat(steps, node, next);
  if (node.kind === 'place') return push(steps, { kind: 'place', place: node.place, next });
  if (node.kind === 'rune') return push(steps, { kind: 'rune', accepts: node.accepts, next });
  if (node.kind === 'sequence') return node.parts.reduceRight((then, part) => add(steps, part, then), next);
  const ways = node.parts.map((part) => add(steps, part, next));
  return ways.length === 1 && ways[0] !== undefined ? ways[0] : push(steps, { kind: 'fork', next: ways });
}

function addRepeat(steps: Step[], node: Extract<Node, { kind: 'repeat' }>, next: number): number {
  const { part, least, most } = node;
  const endless = most === Infinity;
  let then = endless ? addLoop(steps, part, next) : next;
  // Each that may be missing leads past all others.
  for (let spare = endless ? 0 : most - least; spare > 0; spare--)
    then = push(steps, { kind: 'fork', next: [add(steps, part, then), next] });
  for (let needed = 0; needed < least; needed++) then = add(steps, part, then);
  return then;
}

function addLoop(steps: Step[], part: Node, next: number): number {
  const fork = push(steps, { kind: 'fork', next: [next] });
  steps[fork] = { kind: 'fork', next: [add(steps, part, fork), next] };
  return fork;
}

function push(steps: Step[], step: Step): number {
  if (steps.length >= MOST_STEPS) return refuse('expression too large');
  return steps.push(step) - 1;
}

function beginsText(node: Node): boolean {
  if (node.kind === 'place') return node.place === 'text-begin';
  if (node.kind === 'choice') return node.parts.every(beginsText);
  return node.kind === 'sequence' && node.parts[0] !== undefined && beginsText(node.parts[0]);
}
