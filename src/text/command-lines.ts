// Finds the lines of a comment that are commands: in plain text only, never in code, quotes, comments or links.
import type { BlockLine } from './markdown/block-state.ts';
import { blockLines } from './markdown/blocks.ts';
import { deadRanges } from './markdown/dead-ranges.ts';

/** More commands in one comment than this are not carried out. */
export const MOST_COMMANDS = 5;

/** GitHub takes 65,536 characters; what is longer is nobody's comment. */
const LONGEST = 70_000;

const COMMAND = /^\/release(?=\s|$)/;

/** The commands of a comment, each as one line without its line end; one more than are carried out, so that it can be told. */
export function commandLines(body: string): string[] {
  if (!body.includes('/release') || body.length > LONGEST) return [];
  const lines = body.split(/\r\n|\n|\r/);
  return plainParagraphs(lines, blockLines(lines))
    .flatMap(commandsIn)
    .slice(0, MOST_COMMANDS + 1);
}

/** The lines of each paragraph that is in no quote and no list, without their indents. */
function plainParagraphs(lines: readonly string[], blocks: readonly BlockLine[]): (readonly string[])[] {
  const found = new Map<number, string[]>();
  for (const [index, { kind, depth, from, paragraph }] of blocks.entries()) {
    if (kind !== 'paragraph' || depth > 0 || paragraph === undefined) continue;
    const words = found.get(paragraph) ?? [];
    words.push((lines[index] ?? '').slice(from));
    found.set(paragraph, words);
  }
  return [...found.values()];
}

function commandsIn(lines: readonly string[]): string[] {
  if (!lines.some((line) => COMMAND.test(line))) return [];
  const dead = deadRanges(lines.join('\n'));
  let from = 0;
  let passed = 0;
  return lines.flatMap((line) => {
    const begin = from;
    from += line.length + 1;
    while ((dead[passed]?.to ?? Infinity) <= begin) passed += 1;
    const isDead = (dead[passed]?.from ?? Infinity) < begin;
    return COMMAND.test(line) && !isDead ? [line.trim()] : [];
  });
}
