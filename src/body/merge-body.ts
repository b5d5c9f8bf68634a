// Brings a body up to date without touching a byte that people wrote or a box that they ticked.
import type { BodyChecklist, BodyDocument } from '../domain/issue-body.ts';
import { insertLines } from './insert-lines.ts';
import { markerLine, readMarker } from '../text/marker.ts';
import { keepConverted } from './keep-converted.ts';
import { mergeBlock } from './merge-block.ts';
import { mergeChecklist } from './merge-checklist.ts';
import { renderBody } from './render-body.ts';
import { type Foreign, foreignTo } from './their-lines.ts';
import { type Line, joinLines, readAgain, sameLines, splitLines } from './split-lines.ts';

/** Longest body that is merged into, in UTF-16 units. GitHub takes less; a longer one stays as it is. */
export const LONGEST_BODY = 70_000;

/** What is put in may change what the lines below it are; mostly the second pass finds nothing to do. */
const MOST_PASSES = 4;

/**
 * The current body with our blocks, headings and item words as the document has them.
 * Ticks, own lines, order, line ends and everything outside our markers stay as they are.
 * `written` are texts that we wrote before, newest first: what people wrote inside our blocks since is moved out below
 * them, and a task whose line GitHub turned into a reference keeps it. Without them both can't be told.
 * A law: merging twice is merging once. A body in which that would not hold stays as it is.
 */
export function mergeBody(current: string, document: BodyDocument, written: readonly string[] = []): string {
  if (current.trim() === '') return renderBody(document);
  if (current.length > LONGEST_BODY) return current;
  const known = written.filter((text) => text.length <= LONGEST_BODY);
  const foreign = foreignTo(known);
  const read = splitLines(current);
  let lines: readonly Line[] = known[0] === undefined ? read : keepConverted(read, splitLines(known[0]));
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const merged = mergeOnce(lines, document, foreign);
    if (sameLines(merged, lines)) return joinLines(lines);
    lines = merged;
  }
  return current;
}

function mergeOnce(current: readonly Line[], document: BodyDocument, foreign: Foreign): readonly Line[] {
  let cursor = 0;
  let lines = changed(current, (copy) => {
    cursor = placeMarker(copy, document.key);
  });
  for (const part of document.parts) {
    // A block that was rewritten may have held the beginning of somebody's code.
    lines = changed(lines, (copy) => {
      cursor =
        part.kind === 'block' ? mergeBlock(copy, part, cursor, foreign) : mergeParts(copy, part, cursor);
    });
  }
  return lines;
}

function changed(lines: readonly Line[], change: (copy: Line[]) => void): readonly Line[] {
  const copy = [...lines];
  change(copy);
  return readAgain(copy, lines);
}

/** Puts the marker back on top when somebody deleted it; answers the line behind it. */
function placeMarker(lines: Line[], key: string): number {
  const at = lines.findIndex((line) => line.text.includes('relcomms:v1') && readMarker(line.text) === key);
  return at >= 0 ? at + 1 : insertLines(lines, 0, [markerLine(key)]);
}

function mergeParts(lines: Line[], part: BodyChecklist, cursor: number): number {
  return mergeChecklist(lines, part.groups, cursor);
}
