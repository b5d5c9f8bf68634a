// What people wrote inside a block of ours: it is moved out below, since the block is written anew.
import { textIn } from './block-text.ts';
import { render } from './render-moved.ts';
import { type Line, isLeftOpen, splitLines } from './split-lines.ts';

/** Lines of a block that we wrote, by the name of the block; where nobody knows, nothing is told apart. */
export type OwnLines = (block: string) => ReadonlySet<string> | undefined;

/** `bodies` are all texts that our accounts are known to have written. */
export function ownLinesOf(bodies: readonly string[]): OwnLines {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  let split: readonly (readonly Line[])[] | undefined;
  return (block) => {
    split ??= bodies.map(splitLines);
    if (!known.has(block)) known.set(block, linesIn(split, block));
    return known.get(block);
  };
}

function linesIn(bodies: readonly (readonly Line[])[], block: string): ReadonlySet<string> | undefined {
  const texts = bodies.flatMap((body) => textIn(body, block) ?? []);
  return texts.length === 0 ? undefined : new Set(texts.flatMap((text) => text.split('\n')).map(trimmed));
}

/**
 * The lines of a block that neither we wrote nor will write, with a line that says where they stood. What would hold
 * what follows it becomes a quote, which ends with them.
 */
export function theirLines(
  inner: readonly Line[],
  own: ReadonlySet<string> | undefined,
  wanted: readonly string[],
): string[] {
  if (own === undefined) return [];
  const next = new Set(wanted.map(trimmed));
  const theirs = inner
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '' && !isMarked(text))
    .filter((text) => !own.has(trimmed(text)) && !next.has(trimmed(text)));
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
