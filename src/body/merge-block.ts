// Rewrites one block of ours where it stands, or puts it in; every other line stays as it is.
import type { BodyBlock } from '../domain/issue-body.ts';
import { type Line, findBlock, joinLines, splitLines } from './body-lines.ts';
import { insertLines } from './insert-lines.ts';
import { blockLines } from './render-body.ts';

/** Rewrites the block where it stands, or puts it at the cursor; answers the line behind it. */
export function mergeBlock(lines: Line[], block: BodyBlock, cursor: number): number {
  const wanted = blockLines(block);
  const found = findBlock(lines, block.name);
  if (found === undefined) return insertLines(lines, cursor, wanted);
  const present = lines.slice(found.begin, found.end);
  if (sameText(present, wanted)) return found.end;
  const eol = present[0]?.eol === '\r\n' ? '\r\n' : '\n';
  const last = present.at(-1)?.eol ?? '';
  const rewritten = wanted.map((text, index) => ({ text, eol: index === wanted.length - 1 ? last : eol }));
  lines.splice(found.begin, found.end - found.begin, ...rewritten);
  return found.begin + wanted.length;
}

/** A page with the block in it, at its end when it is new; a law: merging twice is merging once. */
export function mergeIntoPage(page: string, block: BodyBlock): string {
  const lines = splitLines(page);
  mergeBlock(lines, block, lines.length);
  return joinLines(lines);
}

function sameText(present: readonly Line[], wanted: readonly string[]): boolean {
  return present.length === wanted.length && present.every((line, index) => line.text === wanted[index]);
}
