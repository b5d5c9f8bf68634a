// Whether a pattern is found somewhere in a text: all ways at once, so no text and no pattern can blow it up.
import type { Place } from './node.ts';
import type { Program } from './program.ts';

interface Walk {
  readonly program: Program;
  readonly text: string;
  /** One more than the place at which a step was reached last. */
  readonly seen: Int32Array;
  /** Steps that are to be looked at. */
  readonly open: number[];
  /** The steps that wait for the code point at the place. */
  ways: number[];
  /** Those of the place before, whose array is used again. */
  before: number[];
}

/** Takes steps of the program times code points of the text, and no more. */
export function finds(program: Program, text: string): boolean {
  const seen = new Int32Array(program.steps.length);
  const walk: Walk = { program, text, seen, open: [program.start], ways: [], before: [] };
  for (let at = 0; ;) {
    if (reach(walk, at)) return true;
    const rune = text.codePointAt(at);
    if (rune === undefined || (program.tied && walk.ways.length === 0)) return false;
    at += rune > 0xffff ? 2 : 1;
    move(walk, rune);
  }
}

/** Opens what follows the ways that accept the code point, and the start, since it may begin anywhere. */
function move(walk: Walk, rune: number): void {
  const { ways, before, open, program } = walk;
  if (!program.tied) open.push(program.start);
  for (const way of ways) {
    const step = program.steps[way];
    if (step?.kind === 'rune' && step.accepts(rune)) open.push(step.next);
  }
  before.length = 0;
  walk.ways = before;
  walk.before = ways;
}

/** Goes on from what is open as far as no code point is needed; true where that is the end. */
function reach({ program, text, seen, open, ways }: Walk, at: number): boolean {
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const step = program.steps[way];
    if (step === undefined || seen[way] === at + 1) continue;
    seen[way] = at + 1;
    if (step.kind === 'end') return true;
    if (step.kind === 'rune') ways.push(way);
    else if (step.kind === 'fork') for (const next of step.next) open.push(next);
    else if (isAt(step.place, text, at)) open.push(step.next);
  }
  return false;
}

function isAt(place: Place, text: string, at: number): boolean {
  if (place === 'text-begin') return at === 0;
  if (place === 'text-end') return at === text.length;
  if (place === 'line-begin') return at === 0 || text[at - 1] === '\n';
  if (place === 'line-end') return at === text.length || text[at] === '\n';
  return (isWord(text[at - 1]) !== isWord(text[at])) === (place === 'word-edge');
}

/** No half of a code point beyond the basic plane is one. */
function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /\w/.test(sign);
}
