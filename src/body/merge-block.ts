// Rewrites one block of ours where it stands, or puts it in; every other line stays as it is.
import type { BodyBlock } from '../domain/issue-body.ts';
import { type BlockLines, findBlocks } from './body-lines.ts';
import { insertLines } from './insert-lines.ts';
import { blockLines } from './render-body.ts';
import { type OwnLines, theirLines } from './their-lines.ts';
import { type Line, joinLines, splitLines } from './split-lines.ts';

/** Longest page that is merged into, in UTF-16 units; a longer one stays as it is. */
const LONGEST_PAGE = 2_000_000;

/**
 * Rewrites the block where it stands, or puts it at the cursor; answers the line behind it. One that somebody doubled
 * goes. What people wrote behind its first marker stands below it, and what they wrote inside, where `own` tells.
 */
export function mergeBlock(lines: Line[], block: BodyBlock, cursor: number, own: OwnLines = UNKNOWN): number {
  const wanted = blockLines(block);
  // Asked only where something has to be told apart: mostly a block is as it was.
  const ours = (): ReadonlySet<string> | undefined => own(block.name);
  const [first, ...doubles] = findBlocks(lines, block.name);
  if (first === undefined) return insertLines(lines, cursor, wanted);
  for (const double of doubles.toReversed()) {
    // Where the end of one is gone and nobody knows what we wrote, only the words that are wanted now are surely ours.
    const surely = double.isClosed ? ours : () => ours() ?? NONE;
    replace(lines, double, [], surely, wanted);
  }
  return replace(lines, first, wanted, ours);
}

const UNKNOWN: OwnLines = () => undefined;

const NONE: ReadonlySet<string> = new Set();

/** Answers the line behind what is there instead. */
function replace(
  lines: Line[],
  found: BlockLines,
  texts: readonly string[],
  ours: () => ReadonlySet<string> | undefined,
  wanted = texts,
): number {
  const present = lines.slice(found.begin, found.end);
  if (sameText(present, texts)) return found.end;
  const eol = present[0]?.eol === '\r\n' ? '\r\n' : '\n';
  const last = present.at(-1)?.eol ?? '';
  const inside = theirLines(present.slice(1), ours(), wanted);
  const behind = found.after.trim() === '' ? [] : [found.after];
  const theirs = behind.length > 0 && inside.length > 0 ? [...behind, '', ...inside] : [...behind, ...inside];
  const rewritten = texts.map((text, index) => ({ text, eol: index === texts.length - 1 ? last : eol }));
  lines.splice(found.begin, found.end - found.begin, ...rewritten);
  const end = found.begin + texts.length;
  return theirs.length === 0 ? end : insertLines(lines, end, theirs);
}

/** A page with the block in it, at its end when it is new; a law: merging twice is merging once. */
export function mergeIntoPage(page: string, block: BodyBlock): string {
  if (page.length > LONGEST_PAGE) return page;
  const lines = splitLines(page);
  mergeBlock(lines, block, lines.length);
  return joinLines(lines);
}

/**
 * A page without the block, and without the blank line that parted it from what stands above; everything else stays as
 * it is. Empty where nothing else was on it.
 */
export function takeOutOfPage(page: string, name: string): string {
  const lines = splitLines(page);
  const blocks = findBlocks(lines, name);
  if (blocks.length === 0) return page;
  for (const found of blocks.toReversed()) {
    replace(lines, found, [], UNKNOWN_WORDS);
    const above = lines[found.begin - 1];
    const below = lines[found.begin];
    if (above?.text.trim() === '' && (below === undefined || below.text.trim() === ''))
      lines.splice(found.begin - 1, 1);
  }
  return lines.every(({ text }) => text.trim() === '') ? '' : joinLines(lines);
}

const UNKNOWN_WORDS = (): undefined => undefined;

function sameText(present: readonly Line[], wanted: readonly string[]): boolean {
  return present.length === wanted.length && present.every((line, index) => line.text === wanted[index]);
}
