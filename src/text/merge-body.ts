// Brings a body up to date without touching a byte that people wrote or a box that they ticked.
import type { BodyBlock, BodyChecklist, BodyDocument } from '../domain/issue-body.ts';
import { type Line, findBlock, joinLines, splitLines } from './body-lines.ts';
import { insertLines } from './insert-lines.ts';
import { markerLine, readMarker } from './marker.ts';
import { mergeChecklist } from './merge-checklist.ts';
import { blockLines, renderBody } from './render-body.ts';

/**
 * The current body with our blocks, headings and item words as the document has them.
 * Ticks, own lines, order, line ends and everything outside our markers stay as they are.
 * A law: merging twice is merging once.
 */
export function mergeBody(current: string, document: BodyDocument): string {
  if (current.trim() === '') return renderBody(document);
  const lines = splitLines(current);
  let cursor = placeMarker(lines, document.key);
  for (const part of document.parts) {
    cursor = part.kind === 'block' ? mergeBlock(lines, part, cursor) : mergeParts(lines, part, cursor);
  }
  return joinLines(lines);
}

/** Puts the marker back on top when somebody deleted it; answers the line behind it. */
function placeMarker(lines: Line[], key: string): number {
  const at = lines.findIndex((line) => readMarker(line.text) === key);
  return at >= 0 ? at + 1 : insertLines(lines, 0, [markerLine(key)]);
}

function mergeParts(lines: Line[], part: BodyChecklist, cursor: number): number {
  return mergeChecklist(lines, part.groups, cursor);
}

/** Rewrites the block where it stands, or puts it at the cursor; answers the line behind it. */
function mergeBlock(lines: Line[], block: BodyBlock, cursor: number): number {
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

function sameText(present: readonly Line[], wanted: readonly string[]): boolean {
  return present.length === wanted.length && present.every((line, index) => line.text === wanted[index]);
}
