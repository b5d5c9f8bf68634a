// Rewrites one block of ours where it stands, or puts it in; every other line stays as it is.
import type { BodyBlock } from '../domain/issue-body.ts';
import { type BlockLines, findBlocks } from './body-lines.ts';
import { insertLines } from './insert-lines.ts';
import { blockLines } from './render-body.ts';
import { type Foreign, theirLines } from './their-lines.ts';
import { type Line, joinLines, splitLines } from './split-lines.ts';

/** Longest page that is merged into, in UTF-16 units; a longer one stays as it is. */
const LONGEST_PAGE = 2_000_000;

/**
 * Rewrites the block where it stands, or puts it at the cursor; answers the line behind it. One that somebody doubled
 * goes. What people wrote behind its first marker stands below it, and what they wrote inside, where `foreign` tells.
 */
export function mergeBlock(
  lines: Line[],
  block: BodyBlock,
  cursor: number,
  foreign: Foreign = UNKNOWN,
): number {
  const wanted = blockLines(block);
  const theirs: Theirs = (texts) => foreign(block.name, texts);
  const [first, ...doubles] = findBlocks(lines, block.name);
  if (first === undefined) return insertLines(lines, cursor, wanted);
  for (const double of doubles.toReversed()) {
    // Where the end of one is gone and nobody knows what we wrote, only the words that are wanted now are surely ours.
    const surely: Theirs = double.isClosed ? theirs : (texts) => theirs(texts) ?? texts;
    replace(lines, double, [], surely, wanted);
  }
  return replace(lines, first, wanted, theirs);
}

/** Those of the lines that people wrote; undefined where nobody knows. */
type Theirs = (texts: readonly string[]) => readonly string[] | undefined;

const UNKNOWN = (): undefined => undefined;

/** Answers the line behind what is there instead. */
function replace(
  lines: Line[],
  found: BlockLines,
  texts: readonly string[],
  theirs: Theirs,
  wanted = texts,
): number {
  const present = lines.slice(found.begin, found.end);
  if (sameText(present, texts)) return found.end;
  const eol = present[0]?.eol === '\r\n' ? '\r\n' : '\n';
  const last = present.at(-1)?.eol ?? '';
  const inside = theirLines(present.slice(1), theirs, wanted);
  const behind = found.after.trim() === '' ? [] : [found.after];
  const moved = behind.length > 0 && inside.length > 0 ? [...behind, '', ...inside] : [...behind, ...inside];
  const rewritten = texts.map((text, index) => ({ text, eol: index === texts.length - 1 ? last : eol }));
  lines.splice(found.begin, found.end - found.begin, ...rewritten);
  const end = found.begin + texts.length;
  return moved.length === 0 ? end : insertLines(lines, end, moved);
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
    replace(lines, found, [], UNKNOWN);
    const above = lines[found.begin - 1];
    const below = lines[found.begin];
    if (above?.text.trim() === '' && (below === undefined || below.text.trim() === ''))
      lines.splice(found.begin - 1, 1);
  }
  return lines.every(({ text }) => text.trim() === '') ? '' : joinLines(lines);
}

function sameText(present: readonly Line[], wanted: readonly string[]): boolean {
  return present.length === wanted.length && present.every((line, index) => line.text === wanted[index]);
}
