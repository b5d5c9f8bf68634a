// Brings a body up to date without touching a byte that people wrote or a box that they ticked.
import type { BodyChecklist, BodyDocument } from '../domain/issue-body.ts';
import { type Line, joinLines, splitLines } from './body-lines.ts';
import { insertLines } from './insert-lines.ts';
import { markerLine, readMarker } from '../text/marker.ts';
import { mergeBlock } from './merge-block.ts';
import { mergeChecklist } from './merge-checklist.ts';
import { renderBody } from './render-body.ts';

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
