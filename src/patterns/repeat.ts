// Reads how often a part may come, and holds nested numbers below what RE2 takes.
import { type Cursor, refuse, take, takeMatch, textFrom } from './cursor.ts';
import type { Node } from './node.ts';

/** What numbers, and numbers within numbers, may come to. */
const MOST = 1000;

type Repeat = Pick<Extract<Node, { kind: 'repeat' }>, 'least' | 'most' | 'counted'>;

/** `*`, `+`, `?` or numbers in braces at the cursor; undefined where there is none, and braces are words. */
export function readRepeat(cursor: Cursor): Repeat | undefined {
  if (take(cursor, '*')) return { least: 0, most: Infinity, counted: false };
  if (take(cursor, '+')) return { least: 1, most: Infinity, counted: false };
  if (take(cursor, '?')) return { least: 0, most: 1, counted: false };
  const found = takeMatch(cursor, /\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/y);
  if (found === undefined) return undefined;
  const least = Number(found[1]);
  const most = found[2] === undefined ? least : found[3] === undefined ? Infinity : Number(found[3]);
  if (least > MOST || (most > MOST && most !== Infinity) || least > most)
    return refuse('invalid repeat count', found[0]);
  return { least, most, counted: true };
}

interface Repeated {
  /** What stands before it, if anything. */
  readonly part: Node | undefined;
  readonly repeat: Repeat;
  /** Where it begins. */
  readonly from: number;
  /** Where one begins that stands directly before it. */
  readonly last: number | undefined;
}

/** Whether it takes as much or as little as it can makes no difference to whether a name is found. */
export function withRepeat(cursor: Cursor, { part, repeat, from, last }: Repeated): Node {
  take(cursor, '?');
  if (last !== undefined) return refuse('invalid nested repetition operator', textFrom(cursor, last));
  if (part === undefined) return refuse('missing argument to repetition operator', textFrom(cursor, from));
  const node: Node = { kind: 'repeat', part, ...repeat };
  if (repeat.counted && !fits(node, MOST)) return refuse('invalid repeat count', textFrom(cursor, from));
  return node;
}

function fits(node: Node, room: number): boolean {
  if (node.kind === 'sequence' || node.kind === 'choice') return node.parts.every((part) => fits(part, room));
  if (node.kind !== 'repeat') return true;
  if (!node.counted) return fits(node.part, room);
  const times = node.most === Infinity ? node.least : node.most;
  if (node.most === 0) return true;
  return times <= room && fits(node.part, times > 0 ? Math.trunc(room / times) : room);
}
