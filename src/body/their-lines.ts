// What people wrote inside a block of ours: it is moved out below, since the block is written anew.
import { textIn } from './block-text.ts';
import { render } from './render-moved.ts';
import { type Line, isLeftOpen, splitLines } from './split-lines.ts';

/** Those of the lines that we never wrote into a block of that name; undefined where nobody knows what we wrote. */
export type Foreign = (block: string, lines: readonly string[]) => readonly string[] | undefined;

/** `bodies` are all texts that our accounts are known to have written, newest first: mostly the newest has all lines. */
export function foreignTo(bodies: readonly string[]): Foreign {
  const read = new Map<string, readonly Line[]>();
  return (block, lines) => {
    let left: readonly string[] = lines;
    let known = false;
    for (const body of bodies) {
      const split = read.get(body) ?? splitLines(body);
      read.set(body, split);
      const text = textIn(split, block);
      if (text === undefined) continue;
      known = true;
      const own = new Set(text.split('\n').map(trimmed));
      left = left.filter((line) => !own.has(trimmed(line)));
      if (left.length === 0) break;
    }
    return known ? left : undefined;
  };
}

/**
 * The lines of a block that neither we wrote nor will write, with a line that says where they stood. What would hold
 * what follows it becomes a quote, which ends with them.
 */
export function theirLines(
  inner: readonly Line[],
  foreign: (lines: readonly string[]) => readonly string[] | undefined,
  wanted: readonly string[],
): string[] {
  const next = new Set(wanted.map(trimmed));
  const unsaid = inner
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '' && !isMarked(text) && !next.has(trimmed(text)));
  const theirs = unsaid.length === 0 ? [] : (foreign(unsaid) ?? []);
  if (theirs.length === 0) return [];
  const opens = isLeftOpen(splitLines(`${theirs.join('\n')}\n`));
  return [render.movedOut(), '', ...(opens ? theirs.map((text) => `> ${text}`) : theirs)];
}

function isMarked(text: string): boolean {
  return text.includes('<!-- relcomms:') || text.includes('<!-- /relcomms:');
}

/** Browsers send other line ends than we do. */
function trimmed(text: string): string {
  return text.trim();
}
